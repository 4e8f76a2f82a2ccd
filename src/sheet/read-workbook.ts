import type { Form } from '../forms/form.ts';
import type { Grid, Workbook } from './grid.ts';
import { continueTable } from './read/continue-table.ts';
import { type FindVocabulary, type FormReader, prepareForm } from './read/form-reader.ts';
import { type HeaderIndex, indexHeaders } from './read/header-index.ts';
import { isNotesSheet } from './read/is-notes-sheet.ts';
import { joinHalves } from './read/join-halves.ts';
import { locateByContent } from './read/locate-by-content.ts';
import { type LocatedTable, locateTables } from './read/locate-tables.ts';
import { nameOtherSheet } from './read/name-other-sheet.ts';
import { readTable } from './read/read-table.ts';
import { readTokens } from './read/read-token.ts';
import { settleExamples } from './read/settle-examples.ts';
import { settleHidden } from './read/settle-hidden.ts';
import { tellUnread } from './read/tell-unread.ts';
import { transposedView, type View, viewOf } from './read/view.ts';
import type { ReadTable, ReadWorkbook, TemplateToken } from './table.ts';

interface ReadSheet {
  readonly grid: Grid;
  /** The last table that a header of this sheet announces. */
  readonly last?: LocatedTable | undefined;
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
  const settled = settleExamples(
    settleHidden(withFallback.flatMap(({ tables }) => joinHalves(tables, readers))).tables,
  );
  const used = new Set(settled.map(({ sheet }) => sheet));
  const others = withFallback
    .filter(({ grid }) => !used.has(grid.name))
    .map(({ grid, tables, tokens }) => ({
      grid,
      reason: nameOtherSheet(grid, readers, { hasTable: tables.length > 0, hasToken: tokens.length > 0 }),
    }));
  const headless = others.filter(({ reason }) => reason === 'no-header').map(({ grid }) => grid);
  return {
    tables: tellUnread(settled, headless, readers, index),
    tokens: withFallback.flatMap(({ tokens }) => tokens),
    otherSheets: others.map(({ grid, reason }) => ({ sheet: grid.name, reason })),
  };
}

function readSheet(grid: Grid, index: HeaderIndex, readers: readonly FormReader[]): ReadSheet {
  const tokens = readTokens(grid);
  if (tokens.length > 0) return { grid, tokens, tables: [] };
  const view = viewOf(grid);
  const located = locateTables(view, index, readers);
  return { grid, tokens, tables: located.map((table) => readTable(view, table)), last: located.at(-1) };
}

/**
 * Sheets without a header are looked at once more: on their side and by content, when no other sheet has the table; as
 * what goes on from the table of the sheet before.
 */
function lookHarder(
  sheets: readonly ReadSheet[],
  readers: readonly FormReader[],
  index: HeaderIndex,
): readonly ReadSheet[] {
  const found = new Set(
    sheets.flatMap(({ tables }) => tables.flatMap(({ form, sheetState }) => (sheetState === 'visible' ? form : []))),
  );
  const open = readers.filter(({ form }) => !found.has(form.form));
  let before: ReadSheet | undefined;
  return sheets.map((sheet) => {
    if (sheet.last && sheet.grid.state === 'visible') before = sheet;
    if (sheet.tables.length > 0 || sheet.tokens.length > 0 || isNotesSheet(sheet.grid, readers)) return sheet;
    const turned = open.length === 0 ? undefined : transposedView(sheet.grid);
    const sideways = turned ? locateTables(turned, index, open).map((table) => readTable(turned, table)) : [];
    if (sideways.length > 0) return { ...sheet, tables: sideways };
    const view = viewOf(sheet.grid);
    const headless = found.size === 0 ? locateByContent(view, index, open) : goOn(view, before);
    return headless ? { ...sheet, tables: [readTable(view, headless)] } : sheet;
  });
}

function goOn(view: View, before: ReadSheet | undefined): LocatedTable | undefined {
  if (!before?.last || view.state !== 'visible') return undefined;
  return continueTable(view, before.last, before.grid.name);
}
