import type { Decoded } from '../../../src/sheet/grid.ts';

/** The rows every format must give: Chinese, 18 and 22 characters, leading zeros, a phone. Invented. */
export const ROWS = [
  ['市(州)', '医疗机构名称', '统一社会信用代码', '登记号', '组织机构代码', '手机号码'],
  ['成都市', '示范县第一人民医院', '12510100450718900A', '4507189005101151A10011', '061883855', '13912345678'],
  ['雅安市', '示范区中医医院', '125118004520000012', '5101151234567890123456', '001234567', '13800000001'],
] as const;

/** Texts of the first sheet row by row, for a comparison with ROWS; the refusal's code where the file was refused. */
export function textsOf(decoded: Decoded): string[][] | string {
  if (!decoded.ok) return decoded.refusal.code;
  return (decoded.workbook.grids[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));
}
