import type { Entry } from '../unpack/entry.ts';

const MAX_TEXT = 4 * 1024 * 1024;
const ROWS = 2;
const COLUMNS = 3;
/** Columns parted by spaces alone are believed only where there are many. */
const SPACED_COLUMNS = 5;

/**
 * Tables typed into a letter without any markup, as one text file: rows of cells parted by tabs, or by several spaces
 * where every row has the same number of cells. Lines of 姓名：… are left to a person: most are signatures. `text` is the
 * sender's own.
 */
export function findTextTables(text: string): readonly Entry[] {
  if (text.length > MAX_TEXT) return [];
  const kept: string[] = [];
  let run: string[][] = [];
  const close = (): void => {
    if (run.length >= ROWS) kept.push(...run.map((cells) => cells.join('\t')), '');
    run = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const cells = cellsOf(line, run[0]?.length);
    if (cells) run.push(cells);
    else if (line.trim() !== '') close();
  }
  close();
  return kept.length === 0 ? [] : [{ name: '正文表格.txt', bytes: Buffer.from(`${kept.join('\r\n')}\r\n`) }];
}

function cellsOf(line: string, width: number | undefined): string[] | undefined {
  const tabbed = line.split('\t').map((text) => text.trim());
  if (tabbed.filter((text) => text !== '').length >= COLUMNS) return tabbed;
  const spaced = line.trim().split(/(?:\s{2,}|\u3000+)/);
  return spaced.length >= SPACED_COLUMNS && (width === undefined || width === spaced.length) ? spaced : undefined;
}
