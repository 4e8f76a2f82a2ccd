import type { Form } from '../forms/form.ts';
import { hasCreditShape } from '../rules/codes/credit-code.ts';
import { decodeRegistrationNumber } from '../rules/codes/registration-number.ts';
import { type Answers, withAnswer } from './answers.ts';
import type { Chapter } from './chapter.ts';
import { fingerprint } from './fingerprint.ts';
import type { RowCase } from './judged-row.ts';
import { differences, labelOf, sourceOf } from './live-row.ts';
import type { Question, RegisterRow } from './register.ts';
import { withCopies } from './register-row.ts';
import { isSame } from './row-keys.ts';
import type { UnitIndex } from './unit-index.ts';

/** The register of one form, with the rows that stand behind another unit's. */
export interface Merged {
  /** What enters the register of each chapter, in their order. */
  readonly chapters: readonly { readonly chapter: Chapter; readonly rows: readonly RegisterRow[] }[];
  readonly behind: readonly { readonly row: RowCase; readonly stands: RowCase }[];
  readonly questions: readonly Question[];
}

/**
 * Joins the rows of all units, in their official order; the same institution from two units stands once. `meeting` are
 * the chapters that share anything with another: only they are opened.
 */
export function merge(
  chapters: readonly Chapter[],
  meeting: ReadonlySet<Chapter>,
  form: Form,
  index: UnitIndex,
  answers: Answers,
): Merged {
  const cases = [...meeting].flatMap((chapter) => chapter.open().cases);
  const behind = new Map<RowCase, RowCase>();
  const questions: Question[] = [];
  /** The row that a row stands behind in the end. */
  const topOf = (row: RowCase): RowCase => {
    const stands = behind.get(row);
    return stands ? topOf(stands) : row;
  };
  for (const [seen, second] of samePairs(cases)) {
    // A third unit's row is held against the one that stands by now.
    const first = topOf(seen);
    if (first.unit.code === second.unit.code) continue;
    const preferred = prefer(first, second, form, index);
    const question = askWhich(first, second, preferred, form, answers);
    questions.push(question);
    const chosen = [first, second].find((one) => one.unit.short === question.decided?.answer) ?? preferred;
    behind.set(chosen === first ? second : first, chosen);
  }
  const copies = new Map<RowCase, RowCase[]>();
  for (const row of behind.keys()) copies.set(topOf(row), [...(copies.get(topOf(row)) ?? []), row]);
  const remaining = (chapter: Chapter): readonly RegisterRow[] => {
    const own = chapter.open().cases;
    if (own.every((row) => !behind.has(row) && !copies.has(row))) return chapter.rows;
    return chapter.rows.flatMap((row, at) => {
      const read = own[at];
      if (!read || behind.has(read)) return [];
      return [
        withCopies(
          row,
          (copies.get(read) ?? []).map((one) => sourceOf(one.live)),
        ),
      ];
    });
  };
  return {
    chapters: chapters.map((chapter) => ({
      chapter,
      rows: meeting.has(chapter) ? remaining(chapter) : chapter.rows,
    })),
    behind: [...behind.keys()].map((row) => ({ row, stands: topOf(row) })),
    questions,
  };
}

/** Rows of different units that stand for the same, each held against the first that shares a key. */
function samePairs(cases: readonly RowCase[]): (readonly [RowCase, RowCase])[] {
  const seen = new Map<string, RowCase[]>();
  const pairs: (readonly [RowCase, RowCase])[] = [];
  for (const row of cases) {
    const twin = row.live.keys
      .flatMap((key, level) => (key === '' ? [] : (seen.get(`${level} ${key}`) ?? [])))
      .find((other) => other.unit.code !== row.unit.code && isSame(other.live.keys, row.live.keys));
    if (twin) pairs.push([twin, row]);
    for (const [level, key] of row.live.keys.entries()) {
      if (key === '') continue;
      const known = seen.get(`${level} ${key}`);
      if (!known) seen.set(`${level} ${key}`, [row]);
      else if (known.length < 20) known.push(row);
    }
  }
  return pairs;
}

/** The unit where the institution's division lies comes first, otherwise the official order decides. */
function prefer(first: RowCase, second: RowCase, form: Form, index: UnitIndex): RowCase {
  const home = homeUnit(first, form, index) ?? homeUnit(second, form, index);
  return home === second.unit.code ? second : first;
}

function homeUnit({ fields }: RowCase, form: Form, index: UnitIndex): string | undefined {
  for (const { key, kind } of form.columns) {
    if (kind !== 'code') continue;
    const value = fields[key]?.value ?? '';
    const division = decodeRegistrationNumber(value)?.division ?? (hasCreditShape(value) ? value.slice(2, 8) : '');
    const unit = division === '' ? undefined : index.ofDivision(division);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

function askWhich(first: RowCase, second: RowCase, preferred: RowCase, form: Form, answers: Answers): Question {
  const keys = differences(form, first.fields, second.fields).filter((key) => key !== form.unitColumn);
  const headers = keys.map(
    (key) => form.columns.find((column) => column.key === key)?.header.replaceAll('\n', '') ?? key,
  );
  const differing = headers.length === 0 ? '两处内容相同' : `不同之处：${headers.join('、')}`;
  const side = (row: RowCase): Question['sides'][number] => ({
    answer: row.unit.short,
    label: [labelOf(row.live), ...keys.map((key) => row.fields[key]?.value || '（空）')].join('，'),
    source: `${row.live.sourced.file} ${row.live.sourced.table.sheet} 第${row.live.read.row}行`,
  });
  return withAnswer(
    {
      id: `duplicate-${fingerprint(first.id, second.id).slice(0, 10)}`,
      kind: 'duplicate',
      question: `${first.unit.short}和${second.unit.short}都报送了“${labelOf(preferred.live)}”，${differing}。由哪个单位报送？目前以${preferred.unit.short}的为准`,
      sides: [side(preferred), side(preferred === first ? second : first)],
      unit: preferred.unit.code,
      form: form.form,
      messages: [...new Set([first, second].map((row) => row.live.draft.reading.message))],
      fingerprint: fingerprint([first, second].map((row) => [row.id, keys.map((key) => row.fields[key]?.value)])),
    },
    answers,
  );
}
