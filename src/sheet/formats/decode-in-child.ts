import type { Decoded } from '../grid.ts';
import { runInChild } from './child/run-in-child.ts';
import type { Task } from './child/task.ts';
import { refuse } from './refusals.ts';

/** Decodes a file in the helper process; whatever goes wrong there is a refusal here. */
export async function decodeInChild(task: Exclude<Task, { kind: 'decrypt' }>): Promise<Decoded | 'locked'> {
  const outcome = await runInChild(task);
  switch (outcome.kind) {
    case 'decoded':
      return outcome.decoded;
    case 'failed':
      return outcome.reason === 'password' ? 'locked' : refuse('file/corrupt');
    case 'ended':
      return refuse(ENDED[outcome.reason]);
    case 'bytes':
      return refuse('file/corrupt');
  }
}

export const ENDED = {
  time: 'file/too-slow',
  memory: 'file/too-much-memory',
  crash: 'file/too-much-memory',
} as const;
