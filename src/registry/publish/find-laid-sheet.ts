import { fold } from '../../text/fold.ts';
import type { PlacedList } from './lay-deliverables.ts';
import type { LaidSheet } from './lay-sheet.ts';

/** What a person points at: a sheet of a deliverable and a cell of it. */
export interface CellReference {
  /** File, sheet, or both parted by `!` or by brackets, as written. */
  readonly where: string;
  readonly row: number;
  /** 1-based. */
  readonly column: number;
}

const REFERENCE = /^(?<where>.+)[!！]\$?(?<letters>[A-Za-z]{1,3})\$?(?<row>\d{1,7})$/s;

/** Reads `医院信息汇总表!E17`, `'Sheet 1'!$E$17` or `HQMS/医院账号信息.xlsx!西医!E5`; undefined for anything else. */
export function readCellReference(text: string): CellReference | undefined {
  const groups = REFERENCE.exec(text.trim())?.groups;
  if (!groups) return undefined;
  const { where = '', letters = '', row = '' } = groups;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return Number(row) === 0 ? undefined : { where: where.replace(/^output[\\/]/, ''), row: Number(row), column };
}

/** True when a person means this sheet: by file and sheet, by file name and sheet, by either alone, `.xlsx` or not. */
export function meansSheet(where: string, file: string, sheet: string, how: number): boolean {
  if (file.endsWith('.csv') !== /\.csv\b/i.test(where)) return false;
  const wanted = fold(where.replace(/\.(xlsx|csv)\b/gi, ''));
  const path = file.replace(/\.(xlsx|csv)$/, '');
  const name = path.split('/').at(-1) ?? '';
  return wanted === fold([`${path}${sheet}`, path, sheet, `${name}${sheet}`, name][how] ?? '');
}

/** Ways of meansSheet, the plainest first. */
const WAYS = [0, 1, 2, 3, 4];

/** The sheet a person means; where several share a name the first one counts, which is the province workbook's. */
export function findLaidSheet(where: string, sheets: readonly LaidSheet[]): LaidSheet | undefined {
  for (const how of WAYS) {
    const found = sheets.find((sheet) => meansSheet(where, sheet.file, sheet.sheet, how));
    if (found) return found;
  }
  return sheets.find(({ form }) => [form.annex, form.form, form.title].some((name) => fold(name) === fold(where)));
}

/** The list a person means, named in any of these ways; the first one counts. */
export function findPlacedList(where: string, lists: Iterable<PlacedList>): PlacedList | undefined {
  for (const placed of lists)
    if (WAYS.some((how) => meansSheet(where, placed.file, placed.list.name, how))) return placed;
  return undefined;
}
