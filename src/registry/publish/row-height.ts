/** Width of a text in the units of a spreadsheet column: a Chinese character is two wide at 10 to 11 points. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character >= ' ' && character <= '~' ? 1.05 : 2.05;
  return width;
}

/** Height in points of a row whose texts wrap within the widths of their columns. */
export function rowHeight(texts: readonly string[], widths: readonly number[], most = 8): number {
  let lines = 1;
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    const room = Math.max(2, (widths[index] ?? 12) - 0.8);
    let needed = 0;
    for (const part of text.split('\n')) needed += Math.max(1, Math.ceil(textWidth(part) / room));
    if (needed > lines) lines = needed;
  }
  return lines === 1 ? 20 : Math.min(lines, most) * 14.5 + 4;
}
