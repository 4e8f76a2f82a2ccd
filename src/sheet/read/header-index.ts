import { fold } from '../../text/fold.ts';
import type { FormReader } from './form-reader.ts';

/** What a header text means: a column of a form, by its own header or by another accepted name. */
export interface HeaderHit {
  readonly form: FormReader;
  readonly key: string;
  readonly by: 'header' | 'alias';
  /** Keys that the same header also announces: 级别等次 names two columns. */
  readonly also: readonly string[];
  /** The closer to the form's own wording, the smaller. */
  readonly rank: number;
}

export type HeaderIndex = ReadonlyMap<string, readonly HeaderHit[]>;

/** Longest name of a column, remarks in brackets left out, and longest header with them. */
const LONGEST_HEADER = 60;
export const LONGEST_WITH_REMARKS = 300;

/** What two headers have in common: folded, without remarks in brackets, numbering and 必填. */
export function foldHeader(text: string): string {
  const bare = withoutRemarks(text);
  return fold(bare.trim() === '' ? text : bare)
    .replace(/^\d{1,2}(?=\D)/, '')
    .replace(/(?:必填项?|选填|可不填)$/, '');
}

/** Brackets stand in brackets: 类别（填代码，见《分类（2002年）》）. */
function withoutRemarks(text: string): string {
  if (text.length > LONGEST_WITH_REMARKS) return text;
  let bare = text;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/[（(【[][^（(【[)）】\]]*[)）】\]]/g, '');
  }
  return bare;
}

/** All header texts of all forms, folded. */
export function indexHeaders(forms: readonly FormReader[]): HeaderIndex {
  const index = new Map<string, HeaderHit[]>();
  for (const form of forms) {
    for (const { column } of form.columns) {
      add(index, column.header, { form, key: column.key, by: 'header', also: [], rank: 0 });
      for (const [order, alias] of column.aliases.entries()) {
        add(index, alias, { form, key: column.key, by: 'alias', also: [], rank: order + 1 });
      }
    }
  }
  return index;
}

function add(index: Map<string, HeaderHit[]>, text: string, hit: HeaderHit): void {
  for (const folded of new Set([wholeKey(text), foldHeader(text)])) {
    if (folded === '') continue;
    const hits = index.get(folded) ?? [];
    if (!hits.some(({ form, key }) => form === hit.form && key === hit.key)) hits.push(hit);
    index.set(folded, hits);
  }
}

/** A header of nothing but signs, # for a running number, is its own key. */
function wholeKey(text: string): string {
  return fold(text) || text.normalize('NFKC').trim();
}

/** Everything a header text may mean, alone or as two headers in one; [] for no header. */
export function lookUpHeader(index: HeaderIndex, text: string): readonly HeaderHit[] {
  const whole = lookUpWhole(index, text);
  return whole.length > 0 || text.length > LONGEST_HEADER ? whole : lookUpPair(index, foldHeader(text));
}

/** 现手机号码 beside 原手机号码: what holds now is the answer. */
const PRESENT = /^(?:现|新|当前|目前|变更后|更正后|修改后)的?/;

/** What a header text means as a whole; [] for no header. */
export function lookUpWhole(index: HeaderIndex, text: string): readonly HeaderHit[] {
  if (text === '' || text.length > LONGEST_WITH_REMARKS) return [];
  const bare = foldHeader(text);
  if (bare.length > LONGEST_HEADER) return index.get(wholeKey(text)) ?? [];
  return index.get(wholeKey(text)) ?? index.get(bare) ?? index.get(bare.replace(PRESENT, '')) ?? [];
}

/** Two headers in one: 级别等次, 姓名及电话. Both halves must be headers of the same form. */
function lookUpPair(index: HeaderIndex, folded: string): readonly HeaderHit[] {
  if (folded.length < 3 || folded.length > 20) return [];
  const found: HeaderHit[] = [];
  for (let cut = 1; cut < folded.length; cut += 1) {
    const left = index.get(folded.slice(0, cut).replace(/[和及与或]$/, ''));
    const right = left && index.get(folded.slice(cut).replace(/^[和及与或]/, ''));
    for (const one of left ?? []) {
      const two = right?.find(({ form, key }) => form === one.form && key !== one.key);
      if (two && !found.some(({ form }) => form === one.form)) found.push({ ...one, by: 'alias', also: [two.key] });
    }
  }
  return found;
}
