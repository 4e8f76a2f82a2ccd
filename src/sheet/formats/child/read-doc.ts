import { collectGrid, openBudget } from '../collect-grid.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { refuse } from '../refusals.ts';
import type { Answer } from './task.ts';

/** Reads the tables of a Word 97–2003 document: each run of lines with tabs is one table. */
export async function readDoc(bytes: Uint8Array): Promise<Answer> {
  const WordExtractor = (await import('word-extractor')).default;
  let body: string;
  try {
    body = (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
  } catch (error) {
    const encrypted = error instanceof Error && /encrypt|password/i.test(error.message);
    return { kind: 'failed', reason: encrypted ? 'password' : 'corrupt' };
  }
  const budget = openBudget();
  const grid = collectGrid(budget);
  let tables = 0;
  for (const [index, line] of body.split('\n').entries()) {
    if (!line.includes('\t')) continue;
    tables++;
    for (const [at, text] of line.split('\t').entries()) {
      grid.put(index + 1, { column: at + 1, stored: 'text', text: text.trim() === '' ? '' : text });
    }
  }
  if (tables === 0) return { kind: 'decoded', decoded: refuse('file/no-table') };
  return { kind: 'decoded', decoded: finishWorkbook('doc', [grid.finish('表格1', 'visible')], [], budget) };
}
