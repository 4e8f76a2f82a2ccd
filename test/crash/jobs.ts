import { compareEncrypted, PASSWORD } from './compare-encrypted.ts';
import { PROVINCE, type Stage, UNITS } from './stage.ts';

/** A command that writes, where it starts, and what is run undisturbed after it to see what it left. */
export interface Job {
  readonly name: string;
  /** Folder that is copied; undefined when the command makes the folder itself. */
  readonly start: string | undefined;
  readonly command: (folder: string) => string[];
  /** What is run in the end and undisturbed, where the command itself goes on until it is stopped. */
  readonly peaceful?: (folder: string) => string[];
  /** Commands after it that show everything it should have done. */
  readonly after: readonly (readonly string[])[];
  /** Environment variables of its own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Makes the world outside the folder what it was, before each round. */
  readonly reset?: () => void;
  /** What is wrong with what it left and cannot be told by comparing bytes; one line each. */
  readonly prove?: (folder: string) => Promise<readonly string[]>;
  /** True where an interruption itself is part of the ledger, as with mails of which nobody knows whether they left. */
  readonly ownLedger?: boolean;
  /** Files to compare, where others tell how many versions there were and so how often it was interrupted. */
  readonly files?: RegExp;
}

/** Every command that writes to the campaign folder without a mail server. */
export function makeJobs({ mailbox, folders, question, answers, submission, cell }: Stage): Job[] {
  const inFolder =
    (...args: readonly string[]) =>
    (folder: string): string[] => ['-C', folder, ...args];
  const because = ['--reason', '电话核实', '--who', '张三'];
  return [
    {
      name: 'init',
      start: undefined,
      command: (folder) => ['init', folder, '--units', UNITS],
      after: [],
    },
    {
      name: 'demo',
      start: undefined,
      command: (folder) => ['demo', folder],
      // A folder that a killed demo had made is one like any other: what is missing is made by the usual commands.
      after: [['template'], ['run', '--from', PROVINCE]],
      // Each has a secret of its own, and the marks in templates and answers are made with it.
      files: /^output\/(?!模板|退回)/,
    },
    { name: 'template', start: folders.fresh, command: inFolder('template'), after: [] },
    {
      name: 'harvest --from',
      start: folders.fresh,
      command: inFolder('harvest', '--from', mailbox),
      after: [['publish']],
    },
    // These two write what they read into the ledger's tables, so that it is not read again.
    { name: 'check', start: folders.harvested, command: inFolder('check'), after: [['publish']] },
    { name: 'merge', start: folders.harvested, command: inFolder('merge'), after: [['publish']] },
    { name: 'publish', start: folders.harvested, command: inFolder('publish'), after: [] },
    {
      name: 'publish --password',
      start: folders.small,
      command: inFolder('publish', '--password'),
      after: [],
      environment: { MINGCE_BOOK_PASSWORD: PASSWORD },
      prove: compareEncrypted,
    },
    { name: 'run --from', start: folders.fresh, command: inFolder('run', '--from', mailbox), after: [] },
    { name: 'decide list', start: folders.published, command: inFolder('decide', 'list'), after: [] },
    {
      name: 'decide set',
      start: folders.published,
      command: inFolder('decide', 'set', question.id, question.answer, ...because),
      after: [['publish']],
    },
    {
      name: 'decide apply',
      start: folders.published,
      command: inFolder('decide', 'apply', answers, '--who', '张三'),
      after: [['publish']],
    },
    {
      name: 'decide waive',
      start: folders.published,
      command: inFolder('decide', 'waive', 'uscc/check-digit', ...because),
      after: [['publish']],
    },
    {
      name: 'decide revert',
      start: folders.published,
      command: inFolder('decide', 'revert', submission, ...because),
      after: [['publish']],
    },
    {
      name: 'decide undo',
      start: folders.reverted,
      command: inFolder('decide', 'undo', submission, ...because),
      after: [['publish']],
    },
    {
      name: 'decide value',
      start: folders.published,
      command: inFolder('decide', 'value', cell, '核实后的内容', ...because),
      after: [['publish']],
    },
    { name: 'status', start: folders.harvested, command: inFolder('status'), after: [['publish']] },
    { name: 'rebuild', start: folders.published, command: inFolder('rebuild'), after: [] },
  ];
}
