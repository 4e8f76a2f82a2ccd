/**
 * Undoes `_xHHHH_`, the way SpreadsheetML writes characters that XML cannot hold; `_x005F_` is the underscore itself.
 * Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
