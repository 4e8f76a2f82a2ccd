import type { Form } from '../forms/form.ts';
import type { Fields } from '../rules/field.ts';
import { columnLetters } from '../text/column-letters.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import type { BookPlan, CellPlan, RowPlan, SheetPlan } from './book-plan.ts';
import { drawChecks } from './draw-checks.ts';
import { type Choices, drawDictionary } from './draw-dictionary.ts';
import { drawNotes } from './draw-notes.ts';
import { bodyHeight, bodyStyle, drawOfficialSheet, HEADER_ROW } from './draw-official-sheet.ts';
import { type Fonts, officialStyles } from './official-styles.ts';
import type { TemplateToken } from './table.ts';

/** Hidden sheet with the signed identity: keys in column A, values in column B. */
const IDENTITY_SHEET = '_meta';

/** Rows that checks cover; more than any unit reports, so that added rows are checked as well. */
const CHECKED_ROWS = 1_000;
/** Empty rows after data that was filled in. */
const SPARE_ROWS = 10;

/** What a template needs to know besides its form. */
export interface TemplateInput {
  readonly unit: {
    readonly code: string;
    readonly name: string;
    readonly short: string;
    readonly kind: 'area' | 'hospitals';
  };
  readonly campaign: { readonly id: string; readonly title: string; readonly documentNumber: string };
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
  readonly token: TemplateToken;
  readonly fonts: Fonts;
  /** Known rows to fill in; running numbers are given anew. */
  readonly prefill: readonly Fields[];
  /** ISO instant for the document properties. */
  readonly created: string;
}

/**
 * A fillable workbook of one form for one unit: the official form with its checks, filling notes on a second sheet, the
 * lists on a hidden one, and the signed identity on another.
 */
export function drawTemplate(form: Form, input: TemplateInput): BookPlan {
  const dictionary = drawDictionary(form, (id) => input.vocabulary(id, form));
  const { campaign, unit } = input;
  const heading = [
    campaign.documentNumber === '' ? campaign.title : `${campaign.title}（${campaign.documentNumber}）`,
    `填报单位：${unit.name}`,
  ].filter((line) => line !== '');
  return {
    title: `${form.annex} ${form.title}`,
    creator: 'mingce',
    created: input.created,
    keywords: [input.token.campaign, input.token.unit, input.token.form, input.token.version].join(' '),
    styles: officialStyles(input.fonts),
    sheets: [
      drawForm(form, input, dictionary.choices),
      drawNotes(form, dictionary.choices, heading),
      dictionary.sheet,
      drawIdentity(input.token),
    ],
    names: dictionary.names,
  };
}

function drawForm(form: Form, input: TemplateInput, choices: ReadonlyMap<string, Choices>): SheetPlan {
  const unitValue = unitAnswer(form, input);
  const known = input.prefill.map((fields, index) => filledRow(form, fields, index + 1, unitValue, choices));
  const spare = form.rowsPerUnit === 'many' && known.length > 0 ? SPARE_ROWS : 0;
  const prepared = Math.max(form.print.rows, known.length + spare);
  const blank = Array.from({ length: prepared - known.length }, () => bodyRow(form, blankValues(form, unitValue)));
  const sheet = drawOfficialSheet(form, { unitName: input.unit.name, body: [...known, ...blank] });
  const last = columnLetters(form.columns.length);
  const checks = drawChecks(form, choices, HEADER_ROW + Math.max(CHECKED_ROWS, prepared * 2));
  return {
    ...sheet,
    ...checks,
    ...(form.rowsPerUnit === 'many' ? { autoFilter: `A${HEADER_ROW}:${last}${HEADER_ROW + prepared}` } : {}),
    protection: { insertRows: true, deleteRows: true, sort: true, formatCells: true },
  };
}

/** The unit's own entry in the unit column; '' for a group of hospitals, each of which chooses its own place. */
function unitAnswer(form: Form, input: TemplateInput): string {
  const column = form.columns.find(({ key }) => key === form.unitColumn);
  if (column?.vocabulary === undefined || input.unit.kind !== 'area') return '';
  const terms = input.vocabulary(column.vocabulary, form)?.terms ?? [];
  const term = terms.find(({ facts, code }) => (facts?.['unit'] ?? code) === input.unit.code);
  return term?.value ?? '';
}

function filledRow(
  form: Form,
  fields: Fields,
  number: number,
  unitValue: string,
  choices: ReadonlyMap<string, Choices>,
): RowPlan {
  const values = form.columns.map(({ key }) => {
    if (key === form.sequenceColumn) return String(number);
    const value = fields[key]?.value ?? '';
    if (key === form.unitColumn && value === '') return unitValue;
    return choices.get(key)?.entryOf.get(value) ?? value;
  });
  return bodyRow(form, values);
}

function blankValues(form: Form, unitValue: string): string[] {
  return form.columns.map(({ key }) => (key === form.unitColumn ? unitValue : ''));
}

function bodyRow(form: Form, values: readonly string[]): RowPlan {
  const cells = form.columns.map((column, index): CellPlan => {
    const value = values[index] ?? '';
    return { value: value === '' ? null : value, style: bodyStyle(column) };
  });
  return { height: bodyHeight(form, values), cells };
}

function drawIdentity(token: TemplateToken): SheetPlan {
  const lines: readonly (readonly [string, string])[] = [
    ['campaign', token.campaign],
    ['unit', token.unit],
    ['form', token.form],
    ['version', token.version],
    ['signature', token.signature],
  ];
  return {
    name: IDENTITY_SHEET,
    state: 'veryHidden',
    columns: [{ width: 12 }, { width: 40 }],
    rows: lines.map(([key, value]) => ({
      cells: [
        { value: key, style: 'plain' },
        { value, style: 'plain' },
      ],
    })),
  };
}
