import type { Form, FormColumn } from '../forms/form.ts';
import { columnLetters } from '../text/column-letters.ts';
import type { SheetPlan, ValidationPlan } from './book-plan.ts';
import type { Choices } from './draw-dictionary.ts';
import { FIRST_BODY_ROW } from './draw-official-sheet.ts';

/** Excel refuses a longer formula in a data validation. */
const LONGEST_VALIDATION = 255;

export interface TemplateChecks {
  readonly validations: readonly ValidationPlan[];
  readonly highlights: NonNullable<SheetPlan['highlights']>;
}

/**
 * Validations (one a column) and conditional formats of a template's body. A validation asks before it lets a doubtful value
 * pass and is not consulted for pasted values; the conditional format paints those red, too.
 */
export function drawChecks(form: Form, choices: ReadonlyMap<string, Choices>, lastRow: number): TemplateChecks {
  const validations: ValidationPlan[] = [];
  const highlights: { range: string; formula: string; style: string }[] = [];
  const started = startedFormula(form);
  for (const [index, column] of form.columns.entries()) {
    const letters = columnLetters(index + 1);
    const range = `${letters}${FIRST_BODY_ROW}:${letters}${lastRow}`;
    const cell = `${letters}${FIRST_BODY_ROW}`;
    const right = rightFormula(form, column, cell, choices.get(column.key));
    validations.push({ range, ...validate(column, right, choices.get(column.key)) });
    const faults = [
      ...(column.required && started !== '' ? [`AND(LEN(TRIM(${cell}))=0,${started})`] : []),
      ...(right === '' ? [] : [`AND(LEN(${cell})>0,NOT(IFERROR(${right},FALSE)))`]),
      // A code that became a number has lost its leading zeros or its last digits.
      ...(column.kind === 'code' ? [`ISNUMBER(${cell})`] : []),
      ...(isIdentity(form, column) ? [duplicateFormula(letters, cell, lastRow)] : []),
    ];
    for (const formula of faults) highlights.push({ range, formula, style: 'wrong' });
  }
  return { validations, highlights };
}

/** TRUE for a good, non-blank value of the column; '' when a formula cannot tell. */
function rightFormula(form: Form, column: FormColumn, cell: string, choice: Choices | undefined): string {
  if (column.formula !== undefined) return placeCells(form, column.formula, cell);
  // SUMPRODUCT, because MATCH would take * and ? in a value for wildcards.
  if (choice) return `SUMPRODUCT(--(${choice.answersName}=${cell}&""))>0`;
  switch (column.kind) {
    case 'phone':
      return `AND(LEN(${cell})=11,LEFT(${cell})="1",ISNUMBER(--${cell}),ISERROR(FIND(".",${cell})),ISERROR(SEARCH("e",${cell})))`;
    case 'email':
      return `AND(ISNUMBER(FIND(".",${cell},FIND("@",${cell})+2)),ISERROR(FIND(" ",TRIM(${cell}))))`;
    case 'number':
      return `ISNUMBER(--${cell})`;
    case 'date':
      return `OR(ISNUMBER(${cell}),ISNUMBER(DATEVALUE(${cell})))`;
    case 'sequence':
    case 'text':
    case 'institution':
    case 'person':
    case 'code':
    case 'choice':
      return '';
  }
}

/** `{cell}` is the cell itself, `{key}` the cell of another column in the same row. */
function placeCells(form: Form, formula: string, cell: string): string {
  return formula.replace(/\{([A-Za-z0-9]+)\}/g, (placeholder, key: string) => {
    if (key === 'cell') return cell;
    const index = form.columns.findIndex((column) => column.key === key);
    return index < 0 ? placeholder : `$${columnLetters(index + 1)}${FIRST_BODY_ROW}`;
  });
}

/** TRUE once a row holds more than its running number and its unit, which the template fills in. */
function startedFormula(form: Form): string {
  const own = new Set([form.sequenceColumn, form.unitColumn]);
  const runs: { first: number; last: number }[] = [];
  for (const [index, column] of form.columns.entries()) {
    if (own.has(column.key)) continue;
    const run = runs.at(-1);
    if (run && run.last === index) run.last = index + 1;
    else runs.push({ first: index + 1, last: index + 1 });
  }
  if (runs.length === 0) return '';
  const areas = runs.map(
    ({ first, last }) => `$${columnLetters(first)}${FIRST_BODY_ROW}:$${columnLetters(last)}${FIRST_BODY_ROW}`,
  );
  return `COUNTA(${areas.join(',')})>0`;
}

/** Codes that name a row by themselves must not stand in two rows. */
function isIdentity(form: Form, column: FormColumn): boolean {
  return column.kind === 'code' && form.identity.includes(column.key);
}

/** SUMPRODUCT, because COUNTIF compares only the first 15 digits and exceljs loses `duplicateValues`. */
function duplicateFormula(letters: string, cell: string, lastRow: number): string {
  const all = `$${letters}$${FIRST_BODY_ROW}:$${letters}$${lastRow}`;
  return `AND(LEN(${cell})>0,SUMPRODUCT(--(${all}=${cell}))>1)`;
}

function validate(column: FormColumn, right: string, choice: Choices | undefined): Omit<ValidationPlan, 'range'> {
  const name = column.header.replace(/\s/g, '').replace(/[（(].*$/, '');
  const asked = {
    promptTitle: name,
    ...(column.prompt === '' ? {} : { prompt: column.prompt }),
    errorTitle: `${name}与要求不符`.slice(0, 32),
    error: column.prompt === '' ? '请核对后重新填写。' : column.prompt,
  };
  if (choice)
    return { kind: 'list', formula: choice.listName, ...asked, errorStyle: choice.coded ? 'warning' : 'stop' };
  if (right !== '' && right.length <= LONGEST_VALIDATION) {
    return { kind: 'custom', formula: right, ...asked, errorStyle: 'warning' };
  }
  return { kind: 'none', ...asked };
}
