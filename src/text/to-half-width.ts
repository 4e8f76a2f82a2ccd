/** Turns full-width ASCII (U+FF01–FF5E) and the ideographic space into their half-width forms. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');
}
