/**
 * The helper process: parsers written by others run here, away from the main process, which ends it when it takes too
 * long or grows too large. It takes one task at a time over the IPC channel and answers each with one message.
 */
import { runTask } from './run-task.ts';
import { READY, type Task } from './task.ts';

process.on('message', (task: Task) => {
  runTask(task)
    .catch(() => ({ kind: 'failed', reason: 'corrupt' }) as const)
    .then((answer) => process.send?.(answer))
    .catch(() => process.exit(1));
});
process.on('disconnect', () => process.exit(0));
process.send?.(READY);
