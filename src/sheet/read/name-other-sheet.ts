import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import type { Grid } from '../grid.ts';
import type { FormReader } from './form-reader.ts';
import { isNotesSheet } from './is-notes-sheet.ts';

/** Headers of the sheet 校验结果 that a returned workbook begins with. */
const FINDINGS = ['严重程度', '问题', '单元格', '如何改正', '建议值', '工作表', '没有需要修改的内容。'];

/** Why a sheet holds no table: `empty`, `identity`, `old-hidden`, `findings`, `dictionary`, `notes`, `no-header`. */
export function nameOtherSheet(
  grid: Grid,
  forms: readonly FormReader[],
  seen: { readonly hasTable: boolean; readonly hasToken: boolean },
): string {
  if (grid.rows.length === 0) return 'empty';
  if (seen.hasToken) return 'identity';
  if (seen.hasTable) return grid.state === 'visible' ? 'notes' : 'old-hidden';
  const texts = grid.rows.slice(0, 40).flatMap(({ cells }) => cells.slice(0, 40).map(({ text }) => text.trim()));
  const headers = FINDINGS.filter((word) => texts.includes(word));
  if (headers.length >= 4 || headers.includes('没有需要修改的内容。')) return 'findings';
  if (isDictionary(texts, forms)) return 'dictionary';
  return isNotesSheet(grid, forms) ? 'notes' : 'no-header';
}

/** Most texts are terms of the forms' vocabularies. */
function isDictionary(texts: readonly string[], forms: readonly FormReader[]): boolean {
  const vocabularies = [
    ...new Set(forms.flatMap(({ columns }) => columns.flatMap(({ vocabulary }) => vocabulary ?? []))),
  ];
  const filled = texts.filter((text) => text !== '');
  const terms = filled.filter((text) =>
    vocabularies.some((vocabulary) => lookUpTerm(vocabulary, text).kind !== 'unknown'),
  );
  return filled.length >= 4 && terms.length >= filled.length * 0.6;
}
