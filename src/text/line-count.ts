/** Lines that a text takes in a column of `width` characters; a full-width character is two wide. */
export function lineCount(text: string, width: number): number {
  // Most cells are far from full.
  if (text.length * 2 * 1.05 <= width - 1 && !text.includes('\n')) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let cells = 0;
    for (const character of paragraph) cells += character > '\u2e7f' || '（）“”—…'.includes(character) ? 2 : 1;
    lines += Math.max(1, Math.ceil((cells * 1.05) / Math.max(1, width - 1)));
  }
  return lines;
}
