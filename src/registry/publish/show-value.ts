import type { FormColumn } from '../../forms/form.ts';
import { hasPersonalNumber } from '../../rules/codes/mask.ts';
import type { Field } from '../../rules/field.ts';
import type { Vocabulary } from '../../vocabularies/vocabulary.ts';

/** What a deliverable shows of a field: its text, and why it shows nothing although something was written. */
export interface ShownValue {
  readonly text: string;
  /** Chinese; '' when the text is what the register holds. */
  readonly withheld: string;
}

const SCIENTIFIC = /^[+-]?\d+(?:\.\d+[eE][+-]?\d+|[eE][+-]\d+)$/;
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;
const BLANK: ShownValue = { text: '', withheld: '' };

/**
 * The text of a field in a deliverable. Scientific remnants (5.10107E+21), error values and citizens' numbers are
 * withheld: the cell stays blank and is marked (design.md, policy 5).
 */
export function showValue(
  column: FormColumn,
  field: Field | undefined,
  vocabulary: Vocabulary | undefined,
): ShownValue {
  if (!field) return BLANK;
  if (field.value === '') return field.raw === '' ? BLANK : { text: '', withheld: '读到的内容不能使用，留空待改' };
  if (column.kind !== 'number' && SCIENTIFIC.test(field.value)) {
    return { text: '', withheld: '读到的是科学计数，原来的数字已经丢失，留空待改' };
  }
  if (ERROR_VALUE.test(field.value)) return { text: '', withheld: '读到的是公式错误值，留空待改' };
  if (hasPersonalNumber(field.value)) return { text: '', withheld: '疑为居民身份证号码，不予公布，留空待改' };
  return { text: writeTerm(column.show, field.value, vocabulary), withheld: '' };
}

/** A vocabulary answer as its value, its code, or both. */
export function writeTerm(show: FormColumn['show'], value: string, vocabulary: Vocabulary | undefined): string {
  if (show === 'value') return value;
  const code = codesOf(vocabulary).get(value);
  if (code === undefined) return value;
  return show === 'code' ? code : `${code} ${value}`;
}

const CODES = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

function codesOf(vocabulary: Vocabulary | undefined): ReadonlyMap<string, string> {
  if (!vocabulary) return new Map();
  const known = CODES.get(vocabulary);
  if (known) return known;
  const codes = new Map<string, string>();
  for (const { value, code } of vocabulary.terms) if (code !== undefined && !codes.has(value)) codes.set(value, code);
  CODES.set(vocabulary, codes);
  return codes;
}
