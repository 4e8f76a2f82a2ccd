import { kindFacts } from '../../forms/kind-facts.ts';
import { withoutCountryCode } from '../../rules/codes/diagnose-phone.ts';
import { halfWidthAddress } from '../../rules/codes/mail-hosts.ts';
import type { Field } from '../../rules/field.ts';
import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import type { Term } from '../../vocabularies/vocabulary.ts';
import type { Cell } from '../grid.ts';
import type { ReadingFault } from '../table.ts';
import { cleanDate } from './clean-date.ts';
import { isScientificRemnant, losesPrecision, takeStoredNumber, wholeDigits } from './clean-digits.ts';
import { cleanNumber } from './clean-number.ts';
import { cleanCommon, cleanLoose, cleanPerson, cleanTight } from './clean-text.ts';
import { change, type Draft } from './draft.ts';
import type { ColumnReader } from './form-reader.ts';
import { faultsOf, passesRules } from './judge-field.ts';

/** A cleaned cell, with what was lost in the file or can only be proposed. */
export interface Cleaned {
  readonly field: Field;
  readonly fault?: ReadingFault;
}

const MOBILE = /^1[3-9]\d{9}$/;
/** Two full codes or numbers in one cell are two answers, not one with a space inside. */
const SHORTEST_ANSWER = 7;

/** One cell, cleaned as its column's kind allows. `address` is where it stands, '' for a trial. */
export function cleanField(reader: ColumnReader, cell: Cell | undefined, address: string): Cleaned {
  if (!cell) return { field: blankField(address) };
  if (cell.stored === 'formula' && cell.text === '') return withoutResult(reader, cell, address);
  const draft: Draft = { text: cell.text, repairs: [] };
  const lost = cell.stored === 'error' ? errorFault(reader, cell) : takeDigits(draft, reader, cell);
  if (lost)
    return { field: { ...fieldOf(cell, address, draft), value: '', repairs: [] }, fault: { ...lost, cell: address } };
  cleanByKind(draft, reader, cell);
  const fault = lostInText(draft, reader) ?? leadingZero(draft, reader, cell);
  const field = fieldOf(cell, address, draft);
  if (fault?.code === 'digits/scientific')
    return { field: { ...field, value: '', repairs: [] }, fault: { ...fault, cell: address } };
  return fault ? { field, fault: { ...fault, cell: address } } : { field };
}

/** The field of a cell that holds nothing. */
export function blankField(address: string): Field {
  return { value: '', raw: '', stored: 'blank', cell: address, repairs: [] };
}

function fieldOf(cell: Cell, address: string, draft: Draft): Field {
  const format = cell.format === undefined ? {} : { format: cell.format };
  return { value: draft.text, raw: cell.text, stored: cell.stored, ...format, cell: address, repairs: draft.repairs };
}

/** The cell as if it held another text. */
function supposed(cell: Cell, text: string): Field {
  return fieldOf(cell, '', { text, repairs: [] });
}

/** True when the column's rules would accept this text in the cell. */
function accepts(reader: ColumnReader, cell: Cell, text: string): boolean {
  return passesRules(reader, supposed(cell, text));
}

/** 邮箱：a@b.cn； and 13900001234(微信同号): what stands around an answer goes when the rules accept the answer alone. */
function dropAround(draft: Draft, reader: ColumnReader, cell: Cell): void {
  const bare = withoutLabel(draft.text, reader)
    .replace(/[;；,，.。、]+$/u, '')
    .replace(/[(（][\p{Script=Han}]+[)）]$/u, '')
    .replace(/号$/u, '')
    // As mail programs copy an address: 张三<zhangsan@163.com>.
    .replace(/^[^<>@]*<([^<>\s]+@[^<>\s]+)>$/u, '$1');
  if (bare === draft.text || bare === '') return;
  if (accepts(reader, cell, bare) && !accepts(reader, cell, draft.text)) change(draft, 'around', bare);
}

/** What stands before a colon, or the column's own name without one: 手机13900001234. */
function withoutLabel(text: string, { column }: ColumnReader): string {
  const bare = text.replace(/^(?:[a-z]{0,6}\p{Script=Han}{2,12}|E-?mail|Tel)[:：]/iu, '');
  const capitals = bare.toUpperCase();
  // A name that ends in a letter or digit may run into the answer: 电话1 is no label of 电话13900001234.
  const names = [column.header, ...column.aliases].filter((name) => !/[a-z\d]$/i.test(name));
  const labels = names.filter((name) => capitals.startsWith(name.toUpperCase()));
  return bare.slice(Math.max(0, ...labels.map((label) => label.length)));
}

function cleanByKind(draft: Draft, reader: ColumnReader, cell: Cell): void {
  cleanCommon(draft);
  switch (reader.column.kind) {
    case 'code':
      cleanTight(draft, (text) => hasTwoAnswers(text) && !isOneCode(reader, cell, text));
      change(draft, 'upper-case', draft.text.toUpperCase());
      dropAround(draft, reader, cell);
      dropDecimals(draft);
      dropHyphens(draft, reader, cell);
      return;
    case 'phone':
      cleanPhone(draft, reader, cell);
      dropAround(draft, reader, cell);
      return;
    case 'email':
      cleanEmail(draft);
      dropAround(draft, reader, cell);
      return;
    case 'choice':
      cleanLoose(draft);
      cleanChoice(draft, reader, cell);
      return;
    case 'date':
      cleanTight(draft, (text) => /\d\s+\d{1,2}:/.test(text));
      cleanDate(draft, cell);
      return;
    case 'number':
    case 'sequence':
      cleanTight(draft);
      cleanNumber(draft, cell);
      return;
    case 'person':
      cleanPerson(draft);
      return;
    case 'institution':
      cleanLoose(draft);
      change(draft, 'around', draft.text.replace(/[（(](?:单位)?(?:公章|盖章|章)[)）]$/u, ''));
      return;
    case 'text':
      cleanLoose(draft);
  }
}

function hasTwoAnswers(text: string): boolean {
  return text.split(/\s/).filter((part) => part.length > SHORTEST_ANSWER).length > 1;
}

/** A long code broken in the middle: its halves are one code when the rules accept them together. */
function isOneCode(reader: ColumnReader, cell: Cell, text: string): boolean {
  return reader.rules.length > 0 && accepts(reader, cell, text.replace(/\s/g, '').toUpperCase());
}

/** 12.0 is a number that a spreadsheet wrote with decimals. */
function dropDecimals(draft: Draft): void {
  change(draft, 'decimal', draft.text.replace(/^(\d+)\.0+$/, '$1'));
}

/** 138-0013-8000 and +86 138 0013 8000 are one number; everything else stays for the rules to judge. */
function cleanPhone(draft: Draft, reader: ColumnReader, cell: Cell): void {
  cleanTight(draft, hasTwoAnswers);
  dropDecimals(draft);
  const digits = draft.text.replace(/[-‐‑‒–—―−.·_]/g, '');
  if (MOBILE.test(digits)) change(draft, 'hyphen', digits);
  const bare = withoutCountryCode(draft.text);
  if (bare !== undefined) take(draft, 'country-code', bare, reader, cell);
}

/** A new text that a rule of the column tells by itself, or else a cleaning step. */
function take(draft: Draft, kind: string, to: string, reader: ColumnReader, cell: Cell): void {
  if (faultsOf(reader, supposed(cell, to)).some(({ applied }) => applied === true)) draft.text = to;
  else change(draft, kind, to);
}

function cleanEmail(draft: Draft): void {
  change(draft, 'mail-link', draft.text.replace(/^\s*mailto\s*[:：]\s*/i, ''));
  const signs = draft.text.normalize('NFKC').split('@').length - 1;
  if (signs > 1) {
    change(draft, 'spaces', draft.text.trim());
    return;
  }
  cleanTight(draft);
  if (draft.text.includes('。')) change(draft, 'full-width', halfWidthAddress(draft.text));
  change(draft, 'lower-case', draft.text.toLowerCase());
}

/** A hyphen goes when the code without it stands up to the column's rules and no worse than with it. */
function dropHyphens(draft: Draft, reader: ColumnReader, cell: Cell): void {
  const plain = draft.text.replace(/[-‐‑‒–—―−]/g, '');
  if (plain === draft.text || reader.rules.length === 0) return;
  if (accepts(reader, cell, plain)) change(draft, 'hyphen', plain);
}

/** A known spelling becomes the canonical value, shown as the column wants it; an unknown one stays as written. */
function cleanChoice(draft: Draft, reader: ColumnReader, cell: Cell): void {
  if (!reader.vocabulary) return;
  const { kind, term } = lookUpTerm(reader.vocabulary, draft.text);
  if (!term || kind === 'unusable') return;
  const shown = showTerm(term, reader.column.show);
  if (shown === draft.text) return;
  take(draft, 'term', shown, reader, cell);
}

function showTerm(term: Term, show: ColumnReader['column']['show']): string {
  if (show === 'value' || term.code === undefined) return term.value;
  return show === 'code' ? term.code : `${term.code} ${term.value}`;
}

/** What a spreadsheet made of an answer that it took for a number or a date. Returns a fault when it is lost. */
function takeDigits(draft: Draft, reader: ColumnReader, cell: Cell): ReadingFault | undefined {
  const { kind, key } = reader.column;
  if (kind === 'date' || kind === 'sequence') return undefined;
  if (cell.stored === 'date' || (cell.date !== undefined && cell.stored === 'number')) {
    return { code: 'digits/date', column: key, seen: cell.date ?? cell.text };
  }
  if (!kindFacts(kind).digits || !isNumeric(cell)) return undefined;
  const digits = wholeDigits(cell.text);
  if (digits === undefined) return undefined;
  if (losesPrecision(digits)) return lostPrecision(reader, cell, digits);
  takeStoredNumber(draft, cell, digits);
  if (cell.format?.toUpperCase().includes('E+') !== true) return undefined;
  const fits = kind === 'phone' ? MOBILE.test(digits) : accepts(reader, cell, draft.text);
  return fits ? undefined : { code: 'digits/scientific', column: key, seen: cell.text };
}

function isNumeric(cell: Cell): boolean {
  // A formula that joins texts gives digits as they are; only a number is ever written with an exponent.
  return cell.stored === 'number' || (cell.stored === 'formula' && /^\d(?:\.\d+)?E\+?\d+$/i.test(cell.text));
}

/** Digits beyond the fifteenth are proposed only when the column's own check digits prove them. */
function lostPrecision(reader: ColumnReader, cell: Cell, digits: string): ReadingFault {
  const fault = { code: 'digits/precision-lost', column: reader.column.key, seen: cell.text };
  if (!/^\d+$/.test(cell.text) || !isProvedBy(reader, cell, digits)) return fault;
  return { ...fault, fix: digits, proof: '文件中保留的各位数字与校验位相符' };
}

function isProvedBy(reader: ColumnReader, cell: Cell, digits: string): boolean {
  const other = digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
  // Rules that also pass a neighbouring number prove nothing.
  return accepts(reader, cell, digits) && !accepts(reader, cell, other);
}

function lostInText(draft: Draft, reader: ColumnReader): ReadingFault | undefined {
  if (!kindFacts(reader.column.kind).digits || !isScientificRemnant(draft.text)) return undefined;
  return { code: 'digits/scientific', column: reader.column.key, seen: draft.text };
}

/** A code that lost its leading zeros as a number is proposed with them, when check digits prove it. */
function leadingZero(draft: Draft, reader: ColumnReader, cell: Cell): ReadingFault | undefined {
  if (reader.column.kind !== 'code' || !/^\d{3,14}$/.test(draft.text)) return undefined;
  if (accepts(reader, cell, draft.text)) return undefined;
  for (const zeros of ['0', '00', '000']) {
    if (!isProvedBy(reader, cell, zeros + draft.text)) continue;
    return {
      code: 'digits/leading-zero',
      column: reader.column.key,
      seen: draft.text,
      fix: zeros + draft.text,
      proof: '补上前面的 0 后校验位相符',
    };
  }
  return undefined;
}

/** Not blank: somebody wrote a formula, and what it gives is not in the file. */
function withoutResult({ column }: ColumnReader, cell: Cell, address: string): Cleaned {
  if (!column.required) return { field: blankField(address) };
  const raw = `=${cell.formula ?? ''}`;
  const fault = { code: 'cell/formula-without-result', column: column.key, seen: raw, cell: address };
  return { field: { ...blankField(address), raw, stored: 'formula' }, fault };
}

function errorFault(reader: ColumnReader, cell: Cell): ReadingFault {
  return { code: 'cell/error-value', column: reader.column.key, seen: cell.text };
}
