import { toHalfWidth } from '../../text/to-half-width.ts';

/** What a person points at: a sheet of a deliverable and a cell of it. */
export interface CellReference {
  /** File, sheet, or both parted by `!` or by brackets, as written. */
  readonly where: string;
  readonly row: number;
  /** 1-based. */
  readonly column: number;
}

const REFERENCE = /^(?<where>.+?)(?:\s*[!！]\s*|\s+)(?<cell>[$＄]?[A-Za-zＡ-Ｚａ-ｚ]{1,3}[$＄]?[\d０-９]{1,7})$/s;
const CELL = /^\$?([A-Z]{1,3})\$?(\d+)$/;
const OUTPUT = /^(?:\.?[\\/])?output[\\/]/;

/**
 * Reads `医院信息汇总表!E17`, `'Sheet 1'!$E$17`, `HQMS/医院账号信息.xlsx!西医!E5`, `医院信息汇总表 E17` or the same in full
 * width; undefined for anything else.
 */
export function readCellReference(text: string): CellReference | undefined {
  const { where = '', cell = '' } = REFERENCE.exec(text.trim())?.groups ?? {};
  const [, letters = '', digits = ''] = CELL.exec(toHalfWidth(cell).toUpperCase()) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column === 0 || row === 0
    ? undefined
    : { where: where.replace(OUTPUT, '').replaceAll('\\', '/'), row, column };
}
