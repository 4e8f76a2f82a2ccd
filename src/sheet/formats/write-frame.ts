import type ExcelJS from 'exceljs';
import { columnLetters } from '../../text/column-letters.ts';
import type { BookPlan, SheetPlan, ValidationPlan } from '../book-plan.ts';
import { writeHighlight, writeStyle } from './write-styles.ts';

/** Name under which the palette holds the style of a plain, unlocked cell. */
export const UNLOCKED = ' unlocked';

/** Paper sizes by the numbers of ECMA-376 part 1, 18.3.1.63; exceljs's types do not know A3. */
const PAPER: Readonly<Record<'A4' | 'A3', number>> = { A4: 9, A3: 8 };

/** Row of the first sheet that shows each style once, so that its index can be read from the written part. */
export interface Palette {
  readonly row: number;
  /** Names of the plan's styles, by column from 1. */
  readonly styles: readonly string[];
}

/**
 * All of a workbook but its rows and columns, which write-sheet.ts adds: styles, names, validations, conditional formats,
 * protection, print set-up, notes and outside links.
 */
export function writeFrame(book: ExcelJS.Workbook, plan: BookPlan, names: readonly string[]): Palette {
  const created = new Date(plan.created);
  book.creator = plan.creator;
  book.lastModifiedBy = plan.creator;
  book.created = created;
  book.modified = created;
  book.title = plan.title;
  if (plan.keywords !== undefined) book.keywords = plan.keywords;
  if (plan.category !== undefined) book.category = plan.category;
  for (const [index, sheet] of plan.sheets.entries()) writeSheetFrame(book, plan, sheet, names[index] ?? sheet.name);
  for (const { name, range } of plan.names ?? []) book.definedNames.add(range, name);
  return writePalette(book, plan);
}

function writeSheetFrame(book: ExcelJS.Workbook, plan: BookPlan, sheet: SheetPlan, name: string): void {
  const written = book.addWorksheet(name, {
    state: sheet.state ?? 'visible',
    properties: {
      defaultRowHeight: 15,
      dyDescent: 0.25,
      ...(sheet.tabColor === undefined ? {} : { tabColor: { argb: sheet.tabColor } }),
    },
    ...(sheet.print ? { pageSetup: pageSetup(sheet.print), headerFooter: footer(sheet.print.footer) } : {}),
    ...(sheet.freeze
      ? { views: [{ state: 'frozen' as const, xSplit: sheet.freeze.columns, ySplit: sheet.freeze.rows }] }
      : {}),
  });
  for (const range of sheet.merges ?? []) written.mergeCells(range);
  if (sheet.autoFilter !== undefined) written.autoFilter = sheet.autoFilter;
  const validations = validationsOf(written);
  for (const validation of sheet.validations ?? []) validations.add(asRange(validation.range), validate(validation));
  for (const [index, { range, formula, style }] of (sheet.highlights ?? []).entries()) {
    const painted = writeHighlight(plan.styles[style] ?? {});
    written.addConditionalFormatting({
      ref: range,
      rules: [{ type: 'expression', formulae: [formula], priority: index + 1, style: painted }],
    });
  }
  if (sheet.protection)
    void written.protect('', { ...sheet.protection, formatColumns: true, formatRows: true, autoFilter: true });
  for (const [row, { cells }] of sheet.rows.entries()) {
    // Most rows of a long list have neither.
    if (!cells.some((cell) => cell?.note !== undefined || cell?.link !== undefined)) continue;
    for (const [column, cell] of cells.entries()) {
      if (cell?.note === undefined && !isOutside(cell?.link)) continue;
      const target = written.getCell(row + 1, column + 1);
      if (isOutside(cell?.link)) target.value = { text: 'x', hyperlink: cell?.link ?? '' };
      if (cell?.note !== undefined) target.note = cell.note;
    }
  }
}

/** An address, rather than a cell of the same workbook. */
export function isOutside(link: string | undefined): boolean {
  return link !== undefined && /^(https?|mailto):/.test(link);
}

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/** exceljs's types leave out the one way to validate a whole range. */
function validationsOf(sheet: ExcelJS.Worksheet): Validations {
  return (sheet as unknown as { dataValidations: Validations }).dataValidations;
}

/** `H4` as `H4:H4`: exceljs joins single cells downwards by mistake, ranges it leaves alone. */
function asRange(range: string): string {
  return range.includes(':') ? range : `${range}:${range}`;
}

function validate(plan: ValidationPlan): ExcelJS.DataValidation {
  return {
    // exceljs writes `any` as no type, which is a bare input message; its types do not know it.
    type: (plan.kind === 'none' ? 'any' : plan.kind) as ExcelJS.DataValidation['type'],
    formulae: plan.formula === undefined ? [] : [plan.formula],
    allowBlank: true,
    showInputMessage: plan.prompt !== undefined,
    ...(plan.promptTitle === undefined ? {} : { promptTitle: plan.promptTitle.slice(0, 32) }),
    ...(plan.prompt === undefined ? {} : { prompt: plan.prompt.slice(0, 255) }),
    showErrorMessage: plan.kind !== 'none',
    ...(plan.errorStyle === undefined ? {} : { errorStyle: plan.errorStyle }),
    ...(plan.errorTitle === undefined ? {} : { errorTitle: plan.errorTitle.slice(0, 32) }),
    ...(plan.error === undefined ? {} : { error: plan.error.slice(0, 225) }),
  };
}

function pageSetup(print: NonNullable<SheetPlan['print']>): Partial<ExcelJS.PageSetup> {
  const { left, right, top, bottom } = print.margins ?? { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 };
  return {
    ...paperSize(print.paper),
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    // exceljs's own default is 4294967295, which some programs take for an error.
    horizontalDpi: 600,
    verticalDpi: 600,
    margins: { left, right, top, bottom, header: 0.3, footer: 0.3 },
    ...(print.repeatRows === undefined ? {} : { printTitlesRow: print.repeatRows }),
    ...(print.area === undefined ? {} : { printArea: print.area }),
  };
}

/** exceljs writes any number here; its types list only a few. */
function paperSize(paper: 'A4' | 'A3'): Partial<ExcelJS.PageSetup> {
  const size: object = { paperSize: PAPER[paper] };
  return size;
}

function footer(text: string | undefined): Partial<ExcelJS.HeaderFooter> {
  return text === undefined ? {} : { oddFooter: `&C${text}` };
}

function writePalette(book: ExcelJS.Workbook, plan: BookPlan): Palette {
  const sheet = book.worksheets[0];
  const styles = [...Object.keys(plan.styles), UNLOCKED];
  if (!sheet) return { row: 1, styles };
  const row = sheet.rowCount + 1;
  for (const [index, name] of styles.entries()) {
    const cell = sheet.getCell(`${columnLetters(index + 1)}${row}`);
    // The text makes exceljs write the part of shared texts, which write-book.ts fills.
    cell.value = 'x';
    cell.style = writeStyle(name === UNLOCKED ? { locked: false } : (plan.styles[name] ?? {}));
  }
  return { row, styles };
}
