import type { Grid } from '../../grid.ts';
import { collectGrid, openBudget } from '../collect-grid.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { refuse } from '../refusals.ts';
import { endWordRows } from './end-word-rows.ts';
import type { Answer } from './task.ts';

/** Reads the tables of a Word 97–2003 document, as far as its text tells them. */
export async function readDoc(bytes: Uint8Array): Promise<Answer> {
  const WordExtractor = (await import('word-extractor')).default;
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  // The filter would replace dashes and quotes by ASCII ones.
  const body = document.getBody({ filterUnicode: false });
  return { kind: 'decoded', decoded: tablesOf(body) };
}

/**
 * In the text every cell ends with a tab and every row with a further line end; a line end not after a tab is a paragraph,
 * inside a cell or before a table. Paragraphs before the first cell of a table stand as rows of their own.
 */
function tablesOf(body: string): ReturnType<typeof finishWorkbook> {
  const rows = endWordRows(body).split('\t\n');
  // What follows the last row end is text after the tables.
  rows.pop();
  if (rows.length === 0) return refuse('file/no-table');
  const budget = openBudget();
  const grids: Grid[] = [];
  let grid = collectGrid(budget);
  let number = 0;
  let width = 0;
  for (const row of rows) {
    const cells = row.split('\t');
    const sameTable = cells.length === width;
    const paragraphs = (cells[0] ?? '').split('\n');
    if (!sameTable && paragraphs.length > 1) {
      if (number > 0) {
        grids.push(grid.finish(`表格${grids.length + 1}`, 'visible'));
        grid = collectGrid(budget);
        number = 0;
      }
      cells[0] = paragraphs.pop() ?? '';
      for (const text of paragraphs) grid.put(++number, { column: 1, stored: 'text', text: text.trim() });
    }
    width = cells.length;
    number++;
    for (const [at, text] of cells.entries()) grid.put(number, { column: at + 1, stored: 'text', text: bare(text) });
  }
  grids.push(grid.finish(`表格${grids.length + 1}`, 'visible'));
  return finishWorkbook('doc', grids, [], budget);
}

function bare(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
