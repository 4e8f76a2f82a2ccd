import { type Stage, UNITS } from './stage.ts';

/** A command that writes, where it starts, and what is run undisturbed after it to see what it left. */
export interface Job {
  readonly name: string;
  /** Folder that is copied; undefined when the command makes the folder itself. */
  readonly start: string | undefined;
  readonly command: (folder: string) => string[];
  /** Commands after it that show everything it should have done. */
  readonly after: readonly (readonly string[])[];
}

/** Every command that writes to the campaign folder without a mail server. */
export function makeJobs({ mailbox, folders, question, answers }: Stage): Job[] {
  const inFolder =
    (...args: readonly string[]) =>
    (folder: string): string[] => ['-C', folder, ...args];
  return [
    {
      name: 'init',
      start: undefined,
      command: (folder) => ['init', folder, '--units', UNITS],
      after: [],
    },
    { name: 'template', start: folders.fresh, command: inFolder('template'), after: [] },
    {
      name: 'harvest --from',
      start: folders.fresh,
      command: inFolder('harvest', '--from', mailbox),
      after: [['publish']],
    },
    { name: 'publish', start: folders.harvested, command: inFolder('publish'), after: [] },
    { name: 'run --from', start: folders.fresh, command: inFolder('run', '--from', mailbox), after: [] },
    { name: 'decide list', start: folders.published, command: inFolder('decide', 'list'), after: [] },
    {
      name: 'decide set',
      start: folders.published,
      command: inFolder('decide', 'set', question.id, question.answer, '--reason', '电话核实', '--who', '张三'),
      after: [['publish']],
    },
    {
      name: 'decide apply',
      start: folders.published,
      command: inFolder('decide', 'apply', answers, '--who', '张三'),
      after: [['publish']],
    },
    { name: 'rebuild', start: folders.published, command: inFolder('rebuild'), after: [] },
  ];
}
