import type { Form } from '../forms/form.ts';
import { columnLetters } from '../text/column-letters.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import type { BookPlan, CellPlan, RowPlan, SheetPlan, StylePlan } from './book-plan.ts';
import { drawChecks } from './draw-checks.ts';
import { type Dictionary, drawDictionary } from './draw-dictionary.ts';
import { drawFindings, findingsStyles, type LinkedLine, SEVERITY_FILLS } from './draw-findings.ts';
import { bodyHeight, bodyStyle, drawOfficialSheet, FIRST_BODY_ROW, HEADER_ROW } from './draw-official-sheet.ts';
import type { CellMark, MarkPlan } from './mark.ts';
import { type Fonts, officialStyles } from './official-styles.ts';
import type { ReadRow, ReadTable } from './table.ts';

/** Empty rows after the sender's, for hospitals to be added. */
const SPARE_ROWS = 20;

/** What a drawn return needs to know besides its form. */
export interface ReturnInput {
  readonly unit: { readonly name: string };
  readonly campaign: { readonly id: string; readonly title: string; readonly documentNumber: string };
  /** Tables of one file; those of other forms are left out. */
  readonly tables: readonly ReadTable[];
  /** Marks by the cells of the sender's file. */
  readonly marks: MarkPlan;
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
  readonly fonts: Fonts;
  /** ISO instant for the document properties. */
  readonly created: string;
}

/** A cell of the drawn workbook. */
interface Target {
  readonly sheet: string;
  readonly cell: string;
}

/**
 * The answer to a file that cannot be marked in place (xls, csv, docx, html …): the sender's rows as they were read, in
 * the official layout, the faulty cells filled and commented, and a first sheet 校验结果. Addresses are those of the drawn
 * workbook; a finding whose place is not drawn keeps the address of the sender's file and has no link.
 */
export function drawReturn(form: Form, input: ReturnInput): BookPlan {
  const tables = input.tables.filter((table) => table.form === form.form);
  const dictionary = drawDictionary(form, (id) => input.vocabulary(id, form));
  const names = tables.map((_, index) => (index === 0 ? form.title : `${form.title}（${index + 1}）`));
  const targets = mapCells(form, tables, names);
  const marks = new Map<string, CellMark>();
  for (const mark of input.marks.cells) {
    const target = targets.get(keyOf(mark.sheet, mark.cell));
    if (target) marks.set(keyOf(target.sheet, target.cell), mark);
  }
  const lines = input.marks.lines.map((line): LinkedLine => {
    const target = targets.get(keyOf(line.sheet, line.cell));
    return target ? { ...line, target } : line;
  });
  return {
    title: `${form.annex} ${form.title} 校验结果`,
    creator: 'mingce',
    created: input.created,
    styles: { ...officialStyles(input.fonts), ...findingsStyles(input.fonts), ...markStyles(input.fonts) },
    sheets: [
      drawFindings(input.marks.heading, lines),
      ...tables.map((table, index) => drawTable(form, input, table, names[index] ?? form.title, dictionary, marks)),
      dictionary.sheet,
    ],
    names: dictionary.names,
  };
}

/** The drawn cell of each cell that was read, header cells included. */
function mapCells(form: Form, tables: readonly ReadTable[], names: readonly string[]): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const add = (sheet: string, cell: string, target: Target): void => {
    const key = keyOf(sheet, cell);
    if (cell !== '' && !targets.has(key)) targets.set(key, target);
  };
  for (const [index, table] of tables.entries()) {
    const sheet = names[index] ?? '';
    for (const [position, column] of form.columns.entries()) {
      const letters = columnLetters(position + 1);
      for (const [offset, row] of table.rows.entries()) {
        add(table.sheet, row.fields[column.key]?.cell ?? '', { sheet, cell: `${letters}${FIRST_BODY_ROW + offset}` });
      }
      const found = table.columns.find(({ key }) => key === column.key);
      if (!found || table.transposed) continue;
      for (let row = table.header.top; row <= table.header.bottom; row += 1) {
        add(table.sheet, `${columnLetters(found.column)}${row}`, { sheet, cell: `${letters}${HEADER_ROW}` });
      }
    }
  }
  return targets;
}

function keyOf(sheet: string, cell: string): string {
  return `${sheet}\n${cell}`;
}

function drawTable(
  form: Form,
  input: ReturnInput,
  table: ReadTable,
  name: string,
  dictionary: Dictionary,
  marks: ReadonlyMap<string, CellMark>,
): SheetPlan {
  const rows = table.rows.map((row, index) => drawRow(form, row, FIRST_BODY_ROW + index, name, marks));
  const spare = Array.from({ length: SPARE_ROWS }, () => blankRow(form));
  const sheet = drawOfficialSheet(form, { unitName: input.unit.name, body: [...rows, ...spare] });
  const { validations } = drawChecks(form, dictionary.choices, HEADER_ROW + rows.length + SPARE_ROWS);
  return {
    ...sheet,
    name,
    rows: sheet.rows.map((row, index) => (index === HEADER_ROW - 1 ? markHead(row, name, marks) : row)),
    validations,
  };
}

function drawRow(
  form: Form,
  row: ReadRow,
  number: number,
  sheet: string,
  marks: ReadonlyMap<string, CellMark>,
): RowPlan {
  const values = form.columns.map(({ key }) => row.fields[key]?.raw ?? '');
  const cells = form.columns.map((column, index): CellPlan => {
    const value = values[index] ?? '';
    const mark = marks.get(keyOf(sheet, `${columnLetters(index + 1)}${number}`));
    const style = bodyStyle(column);
    // As read, so always text: also where the template keeps numbers or dates.
    const text = style === 'left' ? 'left' : 'center';
    return {
      value: value === '' ? null : value,
      style: mark ? `${text}-${mark.severity}` : text,
      ...(mark ? { note: mark.comment } : {}),
    };
  });
  return { height: bodyHeight(form, values), cells };
}

function markHead(row: RowPlan, sheet: string, marks: ReadonlyMap<string, CellMark>): RowPlan {
  const cells = row.cells.map((cell, index) => {
    const mark = marks.get(keyOf(sheet, `${columnLetters(index + 1)}${HEADER_ROW}`));
    return cell && mark ? { ...cell, style: `head-${mark.severity}`, note: mark.comment } : cell;
  });
  return { ...row, cells };
}

function blankRow(form: Form): RowPlan {
  return { height: 20, cells: form.columns.map((column) => ({ value: null, style: bodyStyle(column) })) };
}

/** The styles of body and header cells with the fill of each severity: `left-error`. */
function markStyles(fonts: Fonts): Readonly<Record<string, StylePlan>> {
  const styles: Record<string, StylePlan> = {};
  const official = officialStyles(fonts);
  for (const name of ['left', 'center', 'head']) {
    for (const [severity, fill] of Object.entries(SEVERITY_FILLS)) {
      styles[`${name}-${severity}`] = { ...official[name], fill };
    }
  }
  return styles;
}
