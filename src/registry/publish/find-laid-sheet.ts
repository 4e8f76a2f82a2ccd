import { fold } from '../../text/fold.ts';
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

/**
 * The sheet a person means: by file and sheet, by file (its first sheet), or by sheet name alone. Where several
 * sheets share a name the first one counts, which is the province workbook's.
 */
export function findLaidSheet(where: string, sheets: readonly LaidSheet[]): LaidSheet | undefined {
  const wanted = fold(where.replace(/\.(xlsx|csv)\b/gi, ''));
  const isCsv = /\.csv\b/i.test(where);
  for (const name of NAMES) {
    const found = sheets.find((sheet) => sheet.file.endsWith('.csv') === isCsv && fold(name(sheet)) === wanted);
    if (found) return found;
  }
  return undefined;
}

function bare(file: string): string {
  return file.replace(/\.(xlsx|csv)$/, '');
}

/** Ways to name a sheet, the plainest first. */
const NAMES: readonly ((sheet: LaidSheet) => string)[] = [
  (sheet) => `${bare(sheet.file)}${sheet.sheet}`,
  (sheet) => bare(sheet.file),
  (sheet) => sheet.sheet,
  (sheet) => `${bare(sheet.file).split('/').at(-1) ?? ''}${sheet.sheet}`,
  (sheet) => bare(sheet.file).split('/').at(-1) ?? '',
  (sheet) => sheet.form.annex,
  (sheet) => sheet.form.form,
];
