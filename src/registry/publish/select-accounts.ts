import type { Form } from '../../forms/form.ts';
import type { HqmsList } from '../../forms/hqms-mapping.ts';
import { digest } from '../digest.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Question, RegisterRow } from '../register.ts';
import type { Edition } from './edition.ts';
import { rowsByUnit } from './rows-by-unit.ts';
import { sheetName } from './sheet-name.ts';
import { unitPart } from './unit-part.ts';

/** Why a row, or a whole unit, is not on a list for account creation. */
export interface LeftOut {
  readonly row: RegisterRow | undefined;
  readonly unit: string;
  /** Chinese, one sentence each. */
  readonly reasons: readonly string[];
  readonly remedies: readonly string[];
}

export interface AccountSelection {
  /** Rows by sheet, in the order of the vocabulary. */
  readonly sheets: readonly { readonly sheet: string; readonly rows: readonly RegisterRow[] }[];
  readonly leftOut: readonly LeftOut[];
}

const PHONE = /^1[3-9]\d{9}$/;
const EMAIL = /^[^\s@<>"'，；,;]+@[^\s@<>"'，；,;]+\.[A-Za-z]{2,}$/;

/** Rows of one unit, parted: plain values, so that they can be kept from version to version. */
interface UnitSelection {
  /** Group of each row; null for a row that is left out. */
  readonly groups: readonly (string | null)[];
  readonly leftOut: readonly (readonly [row: number, reasons: readonly string[], remedies: readonly string[]])[];
}

/**
 * Parts the register into rows an account can be opened from and rows it cannot: a finding that blocks, an open
 * question, or a phone or mailbox that cannot be reached keeps a row out, with its reasons. Every row of the register
 * is in exactly one of the two; units that have not reported are left out by name.
 */
export function selectAccounts(list: HqmsList, form: Form, edition: Edition): AccountSelection {
  const groups = groupsOf(list, form, edition);
  const rows = new Map<string, RegisterRow[]>(groups.map((group) => [group.value, []]));
  const leftOut: LeftOut[] = [];
  const questionsOf = openQuestions(form, edition);
  const ground = digest(list, groups);
  for (const { unit, rows: own } of rowsByUnit(edition.rowsOf(form))) {
    const open = questionsOf(unit);
    const input = [unitPart(edition, unit).digest, ground, open];
    const selected = edition.recall(`accounts ${list.file} ${unit}`, input, () =>
      selectRows(own, groups, list, form, open, edition),
    );
    for (let at = 0; at < own.length; at += 1) {
      const [row, group] = [own[at], selected.groups[at] ?? null];
      if (row && group !== null) rows.get(group)?.push(row);
    }
    for (const [at, reasons, remedies] of selected.leftOut) leftOut.push({ row: own[at], unit, reasons, remedies });
  }
  return {
    sheets: groups.map(({ value, sheet }) => ({ sheet, rows: rows.get(value) ?? [] })),
    leftOut: [...leftOut, ...silentUnits(form, edition)],
  };
}

function selectRows(
  own: readonly RegisterRow[],
  groups: ReturnType<typeof groupsOf>,
  list: HqmsList,
  form: Form,
  open: readonly Question[],
  edition: Edition,
): UnitSelection {
  const places: (string | null)[] = [];
  const leftOut: UnitSelection['leftOut'][number][] = [];
  for (const [at, row] of own.entries()) {
    const { reasons, remedies } = obstacles(row, list, form, open, edition);
    const group = list.splitBy === undefined ? '' : valueOf(row, list.splitBy, form, edition);
    if (!groups.some(({ value }) => value === group)) {
      const header = form.columns.find((column) => column.key === list.splitBy)?.header ?? '';
      reasons.push(group === '' ? `“${header}”没有可用的内容，无法分入名单` : `“${header}”是“${group}”，无法分入名单`);
      remedies.push(`请核实后填写${groups.map(({ value }) => `“${value}”`).join('或')}。`);
    }
    places.push(reasons.length > 0 ? null : group);
    if (reasons.length > 0) leftOut.push([at, reasons, [...new Set(remedies)]]);
  }
  return { groups: places, leftOut };
}

/** Open questions that may concern a row of a unit, by unit. */
function openQuestions(form: Form, edition: Edition): (unit: string) => readonly Question[] {
  const open = edition.state.questions.filter(
    (question) => !question.decided && (question.form === '' || question.form === form.form),
  );
  if (open.length === 0) return () => open;
  const units = new Map<string, Set<string>>();
  for (const { unit, source } of edition.rowsOf(form))
    units.set(source.message, (units.get(source.message) ?? new Set()).add(unit));
  const concerned = open.map(({ unit, messages }) => ({
    all: unit === '',
    units: new Set([unit, ...messages.flatMap((message) => [...(units.get(message) ?? [])])]),
  }));
  return (unit) => open.filter((_, at) => concerned[at]?.all || concerned[at]?.units.has(unit));
}

/** One sheet for each answer that may be given; a single one when the list is not parted. */
function groupsOf(list: HqmsList, form: Form, edition: Edition): { readonly value: string; readonly sheet: string }[] {
  const column = form.columns.find((one) => one.key === list.splitBy);
  if (!column) return [{ value: '', sheet: sheetName(list.title) }];
  const terms = column.vocabulary === undefined ? [] : (edition.vocabulary(column.vocabulary, form)?.terms ?? []);
  const values = terms.filter((term) => term.usable !== false).map((term) => term.value);
  const answers = values.length > 0 ? values : seenValues(form, column.key, edition);
  return answers.map((value) => ({ value, sheet: sheetName(value) }));
}

function seenValues(form: Form, key: string, edition: Edition): string[] {
  return [...new Set(edition.rowsOf(form).map((row) => valueOf(row, key, form, edition)))].filter(Boolean).sort();
}

function obstacles(
  row: RegisterRow,
  list: HqmsList,
  form: Form,
  open: readonly Question[],
  edition: Edition,
): { readonly reasons: string[]; readonly remedies: string[] } {
  const reasons: string[] = [];
  const remedies: string[] = [];
  for (const finding of edition.findingsOf(row)) {
    if (finding.severity !== 'block' || finding.waived) continue;
    reasons.push(finding.text);
    remedies.push(finding.remedy);
  }
  for (const question of questionsAbout(row, open, form, edition)) {
    reasons.push(`尚有事项未决：${question.question}`);
    remedies.push('请用 mingce decide 作出决定。');
  }
  if (reasons.length > 0) return { reasons, remedies };
  const phone = valueOf(row, list.contact.phone, form, edition);
  const email = valueOf(row, list.contact.email, form, edition);
  if (!isUsablePhone(phone)) {
    reasons.push(phone === '' ? '没有可用的手机号码' : `手机号码“${phone}”不能接收账号短信`);
    remedies.push('请填写一个 11 位手机号码。');
  }
  if (!isUsableEmail(email)) {
    reasons.push(email === '' ? '没有可用的邮箱' : `邮箱“${email}”不能接收账号邮件`);
    remedies.push('请填写一个完整的邮箱地址。');
  }
  return { reasons, remedies };
}

/** A proposal names a cell by its hash (decide-values.ts); a question that compares rows names them by their labels. */
function questionsAbout(
  row: RegisterRow,
  open: readonly Question[],
  form: Form,
  edition: Edition,
): readonly Question[] {
  if (open.length === 0) return [];
  const asksCells = open.some(({ kind, unit }) => kind === 'proposal' && (unit === '' || unit === row.unit));
  const proposals = new Set(
    asksCells ? form.columns.map(({ key }) => `proposal-${fingerprint(row.id, key).slice(0, 10)}`) : [],
  );
  const label = valueOf(row, form.label, form, edition);
  return open.filter((question) => {
    if (proposals.has(question.id)) return true;
    if (question.kind !== 'duplicate' && question.kind !== 'conflict') return false;
    if (question.unit !== row.unit && !question.messages.includes(row.source.message)) return false;
    return (
      label !== '' &&
      (question.question.includes(`“${label}”`) || question.sides.some((side) => side.label.split('，')[0] === label))
    );
  });
}

function silentUnits(form: Form, edition: Edition): LeftOut[] {
  return edition.units
    .filter((unit) => edition.rowsOfUnit(form, unit.code).length === 0)
    .map((unit) => ({
      row: undefined,
      unit: unit.code,
      reasons: [`${unit.short}还没有报送${form.annex}，或报送的内容尚未汇入`],
      remedies: ['请催报，或查看该单位待处理的邮件。'],
    }));
}

/** True for a mobile number that a short message can reach. */
export function isUsablePhone(text: string): boolean {
  return PHONE.test(text);
}

/** True for one complete mailbox. */
export function isUsableEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text);
}

function valueOf(row: RegisterRow, key: string, form: Form, edition: Edition): string {
  const column = form.columns.find((one) => one.key === key);
  return column ? edition.show(form, { ...column, show: 'value' }, row).text : '';
}
