import type { Workbook } from '../sheet/grid.ts';
import { fold } from '../text/fold.ts';
import { QUESTION_SHEET } from './draw-questions.ts';

/** One filled-in line of the workbook of questions. */
export interface Answer {
  /** Row on the sheet, for texts. */
  readonly row: number;
  readonly question: string;
  readonly answer: string;
  readonly reason: string;
  readonly fingerprint: string;
}

const KEYS: Readonly<Record<string, keyof Answer>> = {
  编号: 'question',
  答复: 'answer',
  理由: 'reason',
  依据: 'fingerprint',
};

/** Reads the answers back; lines without an answer are left out. Undefined when the sheet is not there. */
export function readAnswers(workbook: Workbook): Answer[] | undefined {
  const grid = workbook.grids.find((sheet) => sheet.name === QUESTION_SHEET) ?? workbook.grids[0];
  const header = grid?.rows.find(
    (row) =>
      row.cells.some((cell) => fold(cell.text) === '编号') && row.cells.some((cell) => fold(cell.text) === '答复'),
  );
  if (!grid || !header) return undefined;
  const columns = new Map(header.cells.map((cell) => [cell.column, KEYS[fold(cell.text)]]));
  return grid.rows
    .filter((row) => row.number > header.number)
    .map((row) => {
      const answer = { row: row.number, question: '', answer: '', reason: '', fingerprint: '' };
      for (const cell of row.cells) {
        const key = columns.get(cell.column);
        if (key !== undefined && key !== 'row') answer[key] = cell.text.trim();
      }
      return answer;
    })
    .filter((answer) => answer.answer !== '');
}
