import type { Form } from '../forms/form.ts';
import type { Grid, Workbook } from './grid.ts';
import { type FindVocabulary, type FormReader, prepareForm } from './read/form-reader.ts';
import { type HeaderIndex, indexHeaders } from './read/header-index.ts';
import { isNotesSheet } from './read/is-notes-sheet.ts';
import { locateByContent } from './read/locate-by-content.ts';
import { locateTables } from './read/locate-tables.ts';
import { nameOtherSheet } from './read/name-other-sheet.ts';
import { readTable } from './read/read-table.ts';
import { readTokens } from './read/read-token.ts';
import { settleHidden } from './read/settle-hidden.ts';
import { transposedView, viewOf } from './read/view.ts';
import type { ReadTable, ReadWorkbook, TemplateToken } from './table.ts';

interface ReadSheet {
  readonly grid: Grid;
  readonly tables: readonly ReadTable[];
  readonly tokens: readonly TemplateToken[];
}

/**
 * Every table of every form in a workbook, wherever it stands, with its rows cleaned and everything else told.
 * Pure; never throws; linear in the number of cells.
 */
export function readWorkbook(
  workbook: Workbook,
  forms: readonly Form[],
  options: { readonly vocabularies: FindVocabulary },
): ReadWorkbook {
  const readers = forms.map((form) => prepareForm(form, options.vocabularies));
  const index = indexHeaders(readers);
  const sheets = workbook.grids.map((grid) => readSheet(grid, index, readers));
  const withFallback = lookHarder(sheets, readers, index);
  const settled = settleHidden(withFallback.flatMap(({ tables }) => tables));
  const used = new Set(settled.tables.map(({ sheet }) => sheet));
  return {
    tables: settled.tables,
    tokens: withFallback.flatMap(({ tokens }) => tokens),
    otherSheets: withFallback
      .filter(({ grid }) => !used.has(grid.name))
      .map(({ grid, tables, tokens }) => ({
        sheet: grid.name,
        reason: nameOtherSheet(grid, readers, { hasTable: tables.length > 0, hasToken: tokens.length > 0 }),
      })),
  };
}

function readSheet(grid: Grid, index: HeaderIndex, readers: readonly FormReader[]): ReadSheet {
  const tokens = readTokens(grid);
  if (tokens.length > 0) return { grid, tokens, tables: [] };
  const view = viewOf(grid);
  return { grid, tokens, tables: locateTables(view, index, readers).map((table) => readTable(view, table)) };
}

/** Sheets without a header are looked at once more, on their side and by content, when no other sheet has the table. */
function lookHarder(
  sheets: readonly ReadSheet[],
  readers: readonly FormReader[],
  index: HeaderIndex,
): readonly ReadSheet[] {
  const found = new Set(
    sheets.flatMap(({ tables }) => tables.flatMap(({ form, sheetState }) => (sheetState === 'visible' ? form : []))),
  );
  const open = readers.filter(({ form }) => !found.has(form.form));
  if (open.length === 0) return sheets;
  return sheets.map((sheet) => {
    if (sheet.tables.length > 0 || sheet.tokens.length > 0 || isNotesSheet(sheet.grid, readers)) return sheet;
    const turned = transposedView(sheet.grid);
    const sideways = turned ? locateTables(turned, index, open).map((table) => readTable(turned, table)) : [];
    if (sideways.length > 0) return { ...sheet, tables: sideways };
    const view = viewOf(sheet.grid);
    const headless = found.size === 0 ? locateByContent(view, index, open) : undefined;
    return headless ? { ...sheet, tables: [readTable(view, headless)] } : sheet;
  });
}
