import type { Form } from '../forms/form.ts';
import { hasCreditShape } from '../rules/codes/credit-code.ts';
import { decodeRegistrationNumber } from '../rules/codes/registration-number.ts';
import { fold } from '../text/fold.ts';
import { lookUpTerm } from '../vocabularies/look-up-term.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import { isOwnName, nameOf, type WeighedEvidence } from './message-evidence.ts';
import type { FileReading, MessageReading } from './reading.ts';
import type { SourcedTable } from './submission.ts';
import type { UnitIndex } from './unit-index.ts';

const MAJORITY = 0.6;
/** Codes of so many rows must agree before they contradict the city cells. */
const ENOUGH_CODES = 3;

/** Evidence that one table and its file give: signed identity, city cells, codes, names in file, sheet and title. */
export function tableEvidence(
  sourced: SourcedTable,
  file: FileReading,
  form: Form,
  vocabulary: Vocabulary | undefined,
  index: UnitIndex,
  self: string,
): WeighedEvidence[] {
  return [
    ...tokenEvidence(sourced, file, index),
    ...cityEvidence(sourced, form, vocabulary, index),
    ...fileEvidence(sourced, index, self),
  ];
}

function tokenEvidence({ table }: SourcedTable, file: FileReading, index: UnitIndex): WeighedEvidence[] {
  const tokens = file.tokens.filter((token) => token.form === table.form || file.tokens.length === 1);
  return tokens.map((token) => {
    const known = index.unit(token.unit) !== undefined;
    if (token.genuine && known)
      return {
        kind: 'token',
        unit: token.unit,
        seen: `表格是发给${nameOf(index, token.unit)}的模板`,
        weight: 'support',
      };
    // A template of an earlier campaign speaks for nobody; one that names another unit still has to be looked at.
    return {
      kind: 'token',
      unit: known ? token.unit : '',
      seen: `表格带有模板标识（${nameOf(index, token.unit)}），但不是本次活动签发的`,
      weight: known ? 'hint' : 'note',
    };
  });
}

function cityEvidence(
  { table }: SourcedTable,
  form: Form,
  vocabulary: Vocabulary | undefined,
  index: UnitIndex,
): WeighedEvidence[] {
  const cities = new Map<string, number>();
  const codes = new Map<string, number>();
  for (const { fields } of table.rows) {
    const city = fields[form.unitColumn]?.value ?? '';
    if (city !== '') count(cities, unitOfCity(city, vocabulary, index));
    for (const column of form.columns) {
      if (column.kind !== 'code') continue;
      const division = divisionOf(fields[column.key]?.value ?? '');
      if (division === '') continue;
      count(codes, index.ofDivision(division) ?? '');
      break;
    }
  }
  const city = majority(cities);
  const code = majority(codes);
  const evidence: WeighedEvidence[] = [];
  if (city !== '')
    evidence.push({ kind: 'city', unit: city, seen: `表中多数行的地区是${nameOf(index, city)}`, weight: 'support' });
  if (code !== '') {
    const strong = city === '' || code === city || total(codes) >= ENOUGH_CODES;
    evidence.push({
      kind: 'city',
      unit: code,
      seen: `多数代码的行政区划属于${nameOf(index, code)}`,
      weight: strong ? 'support' : 'note',
    });
  }
  return evidence;
}

function unitOfCity(city: string, vocabulary: Vocabulary | undefined, index: UnitIndex): string {
  const term = vocabulary ? lookUpTerm(vocabulary, city).term : undefined;
  const unit = term?.facts?.['unit'];
  if (unit !== undefined) return unit;
  const [named, ...others] = index.namedIn(city);
  return others.length === 0 ? (named ?? '') : '';
}

/** Division inside a credit code or registration number; '' for any other text. */
function divisionOf(text: string): string {
  if (hasCreditShape(text)) return text.slice(2, 8);
  return decodeRegistrationNumber(text)?.division ?? '';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const number of counts.values()) sum += number;
  return sum;
}

function majority(counts: ReadonlyMap<string, number>): string {
  const all = total(counts);
  for (const [key, number] of counts) if (number / all >= MAJORITY) return key;
  return '';
}

function fileEvidence({ path, table }: SourcedTable, index: UnitIndex, self: string): WeighedEvidence[] {
  const evidence: WeighedEvidence[] = [];
  const add = (unit: string, where: string, text: string): void => {
    const weight = isOwnName(text, self, unit, index) ? 'hint' : 'support';
    evidence.push({ kind: 'file', unit, seen: `${where}写有${nameOf(index, unit)}`, weight });
  };
  // The innermost name speaks: 各市.zip!德阳市/附件2.xlsx is 德阳市's.
  for (const part of path.split(/[!/\\]/).reverse()) {
    const units = index.namedIn(part);
    const [unit] = units;
    if (unit === undefined) continue;
    if (units.length === 1) add(unit, '文件名', part);
    break;
  }
  const reporter = table.surroundings.filter((line) => /填报|报送|上报|单位/.test(line));
  for (const [lines, where] of [
    [reporter, '填报单位'],
    [[table.sheet], '工作表名'],
    [table.surroundings, '标题'],
  ] as const) {
    const units = new Set(lines.flatMap((line) => index.namedIn(line)));
    const [unit] = units;
    if (unit === undefined || units.size > 1) continue;
    add(unit, where, lines.join('\n'));
    break;
  }
  return evidence;
}

/**
 * A hospital that reports for itself: its own name, a row of the table, stands in the file name, title, subject or
 * display name. Returns that name, '' otherwise.
 */
export function selfNamed(reading: MessageReading, { path, table }: SourcedTable, form: Form): string {
  if (table.rows.length > 3) return '';
  const told = fold(
    [reading.from.name, reading.subject, path, ...table.surroundings, reading.text.slice(0, 1000)].join(' '),
  );
  for (const { fields } of table.rows)
    for (const column of form.columns) {
      if (column.kind !== 'institution' && column.kind !== 'text') continue;
      const name = fields[column.key]?.value ?? '';
      if (name.length >= 4 && told.includes(fold(name))) return name;
    }
  return '';
}
