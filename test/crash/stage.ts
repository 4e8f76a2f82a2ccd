import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { QUESTION_COLUMNS, QUESTION_SHEET } from '../../src/registry/draw-questions.ts';
import type { Question } from '../../src/registry/register.ts';
import { writeBook } from '../../src/sheet/formats/write-book.ts';
import { type Ended, runProgram } from './program.ts';

/** Campaign folders at different moments of their life, to be copied; the key of one init is in all of them. */
export interface Stage {
  readonly root: string;
  /** The mails that are taken in. */
  readonly mailbox: string;
  /** Folder by moment; `small` has two units and few deliverables, for what takes long with each of them. */
  readonly folders: {
    readonly fresh: string;
    readonly harvested: string;
    readonly published: string;
    /** Published, and a submission reverted since. */
    readonly reverted: string;
    readonly small: string;
  };
  /** A question that is open in `published`, and one of its answers. */
  readonly question: { readonly id: string; readonly answer: string };
  /** An accepted submission of `published`, and a cell of its register (row id and column). */
  readonly submission: string;
  readonly cell: string;
  /** A workbook that answers all questions of `published`. */
  readonly answers: string;
  /** A fresh copy of a folder, with a name of its own. */
  copy(folder: string): string;
  remove(): void;
}

/** The mails of the sample province. */
export const PROVINCE = join(SAMPLES, 'province', 'mailbox');
export const UNITS = join(SAMPLES, 'province', 'units.csv');

/** Makes the folders that every job starts from, in a temporary folder, with the mails of the sample province unless others are given. */
export async function makeStage(mailbox = PROVINCE): Promise<Stage> {
  const root = mkdtempSync(join(tmpdir(), 'mingce-crash-'));
  const folders = {
    fresh: join(root, '新建'),
    harvested: join(root, '已收'),
    published: join(root, '已发布'),
    reverted: join(root, '已撤回'),
    small: join(root, '两个单位'),
  };
  must(await runProgram(['init', folders.fresh, '--units', UNITS]), 0);
  cpSync(folders.fresh, folders.harvested, { recursive: true });
  must(await runProgram(['-C', folders.harvested, 'harvest', '--from', mailbox]), 0, 1);
  cpSync(folders.harvested, folders.published, { recursive: true });
  must(await runProgram(['-C', folders.published, 'publish']), 0, 1);
  must(await runProgram(['init', folders.small, ...smallNotice(root)]), 0);
  const questions = await ask<Question>(folders.published, ['decide', 'list']);
  const submissions = await ask<{ submission: string; state: string }>(folders.published, ['show', 'submissions']);
  const rows = await ask<{ id: string }>(folders.published, ['show', 'register']);
  const submission = submissions.find(({ state }) => state === 'accepted')?.submission ?? '';
  cpSync(folders.published, folders.reverted, { recursive: true });
  must(
    await runProgram(['-C', folders.reverted, 'decide', 'revert', submission, '--reason', '核实', '--who', '张三']),
    0,
  );
  const answers = join(root, '答复.xlsx');
  writeFileSync(answers, await answerBook(questions));
  const first = questions[0];
  let copies = 0;
  return {
    root,
    mailbox,
    folders,
    question: { id: first?.id ?? '', answer: first?.sides[0]?.answer ?? '' },
    submission,
    cell: `${rows[0]?.id ?? ''}#name`,
    answers,
    copy(folder) {
      copies += 1;
      const target = join(root, `副本 ${copies}`);
      mkdirSync(target, { mode: 0o700 });
      cpSync(folder, target, { recursive: true });
      return target;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Arguments of an init for two units and a form of one row each. */
function smallNotice(root: string): string[] {
  const notice = join(root, '通知');
  cpSync(join(import.meta.dirname, '..', 'e2e', 'third-form'), notice, { recursive: true });
  const preset = join(notice, 'notice.yaml');
  writeFileSync(preset, readFileSync(preset, 'utf8').replace(/^units: .*\n/m, ''));
  const units = join(root, '两个单位.csv');
  writeFileSync(
    units,
    '单位,简称,代码,邮箱\n甲市卫生健康委员会,甲市,900100,a@example.com\n乙市卫生健康委员会,乙市,900200,b@example.com\n',
  );
  return ['--preset', preset, '--units', units];
}

/** What a command tells of a folder as JSON lines. */
async function ask<T>(folder: string, args: readonly string[]): Promise<T[]> {
  const { out } = must(await runProgram(['-C', folder, ...args, '--json']), 0, 1);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** Throws with what the program said unless it ended as expected. */
export function must(ended: Ended, ...codes: readonly number[]): Ended {
  if (ended.code !== null && codes.includes(ended.code)) return ended;
  throw new Error(`exit code ${ended.code} instead of ${codes.join(' or ')}: ${ended.err.slice(-2000)}`);
}

function answerBook(questions: readonly Question[]): Promise<Uint8Array> {
  const values = (question: Question): Readonly<Record<string, string>> => ({
    编号: question.id,
    答复: question.sides[0]?.answer ?? '',
    理由: '电话核实',
    依据: question.fingerprint,
  });
  return writeBook({
    title: '答复',
    creator: 'test',
    created: '2025-03-05T02:00:00.000Z',
    styles: {},
    sheets: [
      {
        name: QUESTION_SHEET,
        columns: [],
        rows: [
          { cells: QUESTION_COLUMNS.map((value) => ({ value })) },
          ...questions.map((question) => ({
            cells: QUESTION_COLUMNS.map((title) => ({ value: values(question)[title] ?? '' })),
          })),
        ],
      },
    ],
  });
}
