/** Columns a text takes in a terminal: CJK and full-width characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Cuts a text to a display width, with … at the end when something is left out. */
export function clip(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (displayWidth(line) <= width) return line;
  let kept = '';
  let left = width - 1;
  for (const character of line) {
    left -= widthOf(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Pads a text with blanks to a display width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** How the last column is fitted: cut like the others, or carried on over as many lines as it needs. */
export type LastColumn = 'clip' | 'wrap';

/** A plain table: header, then rows; columns as wide as their content, the widest ones clipped alike to fit. */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  last: LastColumn = 'clip',
): string {
  const widths = header.map((title, index) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[index] ?? '')), displayWidth(title)),
  );
  const room = Math.max(40, width) - 2 * (header.length - 1);
  fit(widths, room);
  return [header, ...rows].flatMap((row) => renderRow(row, widths, last)).join('\n');
}

function renderRow(row: readonly string[], widths: readonly number[], last: LastColumn): string[] {
  const end = row.length - 1;
  const ending = last === 'wrap' ? wrap(row[end] ?? '', widths[end] ?? 0) : [];
  const cells = row.map((cell, index) =>
    pad(ending[index === end ? 0 : -1] ?? clip(cell, widths[index] ?? 0), widths[index] ?? 0),
  );
  const indent = ' '.repeat(sum(widths.slice(0, end)) + 2 * end);
  return [cells.join('  ').trimEnd(), ...ending.slice(1).map((line) => `${indent}${line}`)];
}

/** A text in lines of a display width, nothing left out. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let left = width;
  for (const character of text.replace(/\s+/g, ' ')) {
    left -= widthOf(character);
    if (left < 0) {
      lines.push(line);
      line = '';
      left = width - widthOf(character);
    }
    line += character;
  }
  return [...lines, line];
}

/** Takes from the widest columns, down to the next widest, until all fit; no column gets narrower than six. */
function fit(widths: number[], room: number): void {
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const widest = Math.max(...widths);
    if (widest <= 6) return;
    const next = Math.max(6, ...widths.filter((width) => width < widest));
    const alike = widths.filter((width) => width === widest).length;
    const target = Math.max(next, 6, widest - Math.ceil(over / alike));
    for (const [index, width] of widths.entries()) if (width === widest) widths[index] = target;
  }
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
