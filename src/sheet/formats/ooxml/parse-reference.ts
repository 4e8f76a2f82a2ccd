import type { Area } from '../../grid.ts';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `B2:C5` or `B2` as 1-based numbers; undefined where it lies outside of a sheet. Dollar signs are passed over. */
export function parseArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/iu.exec(reference.trim());
  if (match === null) return undefined;
  const left = columnNumber(match[1] ?? '');
  const top = Number(match[2]);
  const right = match[3] === undefined ? left : columnNumber(match[3]);
  const bottom = match[4] === undefined ? top : Number(match[4]);
  if (top < 1 || left < 1 || bottom < top || right < left) return undefined;
  return bottom > LAST_ROW || right > LAST_COLUMN ? undefined : { top, left, bottom, right };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
