import { columnLetters } from '../../text/column-letters.ts';
import type { SheetPlan } from '../book-plan.ts';
import { collectBytes } from './byte-chunks.ts';
import { filledRows } from './filled-rows.ts';
import type { SharedTexts } from './shared-texts.ts';
import { type StyleIndex, sharedText, writeRows } from './write-rows.ts';
import { escapeXml } from './write-text.ts';

const LAST_COLUMN = 16_384;

/** What a sheet of a written frame still lacks: its rows, columns and links. */
export interface SheetFilling {
  readonly sheet: SheetPlan;
  readonly styleIndex: StyleIndex;
  readonly texts: SharedTexts;
  /** Style of unlocked, otherwise plain cells; undefined when the sheet is not protected. */
  readonly unlocked: number | undefined;
  /** The name a sheet got in the file, by the name in the plan. */
  readonly sheetName: (planned: string) => string;
  /** Rows of the sheet's sections, which stand between `before` and `after`. */
  readonly sectionRows: number;
}

/** A filled sheet around the rows of its sections. */
export interface FilledSheet {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Puts rows, columns and inside links into a sheet that exceljs wrote. */
export function writeSheet(frame: string, filling: SheetFilling): FilledSheet {
  const rows = collectBytes();
  writeRows(filling.sheet.rows, 1, filling.styleIndex, sharedText(filling.texts), rows);
  const start = frame.search(/<sheetData[ />]/);
  const closed = frame.indexOf('</sheetData>');
  const end = closed < 0 ? frame.indexOf('/>', start) + 2 : closed + '</sheetData>'.length;
  const head = frame
    .slice(0, start)
    .replace(/<cols>.*?<\/cols>/s, '')
    .replace(/<dimension [^>]*\/>/, dimension(filling));
  return {
    before: rows.bytes(`${head}${writeColumns(filling)}<sheetData>`, ''),
    after: Buffer.from(`</sheetData>${writeLinks(frame.slice(end), filling)}`, 'utf8'),
  };
}

function dimension({ sheet, sectionRows }: SheetFilling): string {
  const least = sheet.sections === undefined ? 1 : sheet.columns.length;
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), least);
  return `<dimension ref="A1:${columnLetters(width)}${Math.max(1, sheet.rows.length + sectionRows)}"/>`;
}

/** exceljs takes a width of exactly 9 for the default and leaves it out, so columns are written here. */
function writeColumns({ sheet, styleIndex, unlocked }: SheetFilling): string {
  const columns = sheet.columns.map((column, index) => {
    const style = styleIndex(column.style);
    return (
      `<col min="${index + 1}" max="${index + 1}" width="${column.width}" customWidth="1"` +
      `${style === 0 ? '' : ` style="${style}"`}${column.hidden === true ? ' hidden="1"' : ''}/>`
    );
  });
  // On a protected sheet a row can be deleted only where each of its cells is unlocked, also those right of the table.
  if (unlocked !== undefined && columns.length < LAST_COLUMN) {
    columns.push(`<col min="${columns.length + 1}" max="${LAST_COLUMN}" width="9.14" style="${unlocked}"/>`);
  }
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** What must stand after `<hyperlinks>` in a worksheet (ECMA-376 part 1, 18.3.1.99), as far as exceljs writes it. */
const AFTER_LINKS =
  /<(printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|drawing|legacyDrawing|extLst|\/worksheet)\b/;

function writeLinks(tail: string, { sheet, sheetName }: SheetFilling): string {
  const links: string[] = [];
  for (const [row, cells] of filledRows(sheet.rows)) {
    if (!cells.some((cell) => cell?.link !== undefined)) continue;
    for (const [column, cell] of cells.entries()) {
      const inside = /^#?'?(.+?)'?!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)$/.exec(cell?.link ?? '');
      if (!inside) continue;
      const target = `'${sheetName((inside[1] ?? '').replaceAll("''", "'")).replaceAll("'", "''")}'!${inside[2] ?? ''}`;
      links.push(`<hyperlink ref="${columnLetters(column + 1)}${row + 1}" location="${escapeXml(target)}"/>`);
    }
  }
  if (links.length === 0) return tail;
  if (tail.includes('</hyperlinks>')) return tail.replace('</hyperlinks>', `${links.join('')}</hyperlinks>`);
  const place = tail.search(AFTER_LINKS);
  return `${tail.slice(0, place)}<hyperlinks>${links.join('')}</hyperlinks>${tail.slice(place)}`;
}
