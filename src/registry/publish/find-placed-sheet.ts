import { fold } from '../../text/fold.ts';
import type { PlacedSheet } from './place-sheets.ts';

/** The sheet a person means, and the others that bear the same name. */
export interface FoundSheet {
  readonly placed: PlacedSheet;
  readonly namesakes: readonly PlacedSheet[];
}

/** How a sheet may be named, the plainest first: file and sheet, path, sheet, file name and sheet, file name. */
const WAYS = ['path and sheet', 'path', 'sheet', 'name and sheet', 'name'] as const;

/**
 * The sheet a person means, `.xlsx` or not, with or without brackets. Where several share a name the first one counts,
 * which is the province workbook's; the others are told. A form may be named by its annex, id or title as well.
 */
export function findPlacedSheet(where: string, sheets: readonly PlacedSheet[]): FoundSheet | undefined {
  const asksCsv = /\.csv\b/i.test(where);
  const wanted = fold(where.replace(/\.(xlsx|csv)\b/gi, ''));
  const offered = sheets.filter((sheet) => sheet.file.endsWith('.csv') === asksCsv);
  for (const way of WAYS) {
    const [placed, ...others] = offered.filter((sheet) => fold(nameOf(sheet, way)) === wanted);
    if (placed)
      return { placed, namesakes: way === 'sheet' ? others.filter(({ file }) => isPeer(placed.file, file)) : [] };
  }
  const placed = offered.find(
    (sheet) =>
      'laid' in sheet &&
      [sheet.laid.form.annex, sheet.laid.form.form, sheet.laid.form.title].some((name) => fold(name) === wanted),
  );
  return placed && { placed, namesakes: [] };
}

/** Who names a table of the province does not mean a unit's own copy of it. */
function isPeer(file: string, other: string): boolean {
  return other !== file && other.includes('/') === file.includes('/');
}

function nameOf({ file, sheet }: PlacedSheet, way: (typeof WAYS)[number]): string {
  const path = file.replace(/\.(xlsx|csv)$/, '');
  const name = path.split('/').at(-1) ?? '';
  if (way === 'path and sheet') return `${path}${sheet}`;
  if (way === 'path') return path;
  if (way === 'sheet') return sheet;
  return way === 'name' ? name : `${name}${sheet}`;
}

/** Names like the one that was not found, for a person to choose from; each can be written before `!E17`. */
export function suggestSheets(where: string, sheets: readonly PlacedSheet[]): string[] {
  const wanted = fold(
    where
      .split(/[!！/]/)
      .at(-1)
      ?.replace(/\.(xlsx|csv)$/i, '') ?? '',
  );
  const names = [...new Set(sheets.map(({ file, sheet }) => (sheet === '' ? file : sheet)))];
  const files = [...new Set(sheets.map(({ file }) => file.replace(/\.xlsx$/, '')))];
  const alike = [...names, ...files].filter((name) => {
    const other = fold(name);
    return wanted.length >= 2 && (other.includes(wanted) || wanted.includes(other));
  });
  return (alike.length > 0 ? alike : names).slice(0, 6);
}
