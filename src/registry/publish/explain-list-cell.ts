import { columnLetters } from '../../text/column-letters.ts';
import { drawListSheet, LIST_FIRST_ROW, type ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import { type ExplainedLine, explainLaidCell } from './explain-laid-cell.ts';
import { layRegister } from './lay-register.ts';

/**
 * Where a cell of a list comes from: what its line is about, and the cell of the register that it speaks of. Undefined
 * for a cell outside of the list.
 */
export function explainListCell(
  list: ListSheet,
  row: number,
  column: number,
  edition: Edition,
): ExplainedLine[] | undefined {
  const header = list.columns[column - 1]?.header;
  const sheet = drawListSheet(list);
  const drawn = [...sheet.rows, ...(sheet.sections ?? []).flatMap((section) => section.rows())][row - 1];
  if (header === undefined || !drawn) return undefined;
  const content = { label: '内容', text: String(drawn.cells[column - 1]?.value ?? '') || '（空）' };
  const index = row - LIST_FIRST_ROW;
  if (index < 0) {
    const text = index === -1 ? '表头' : `“${list.name}”的说明，发布时写的`;
    return [content, { label: '来历', text }];
  }
  if (list.lines().length === 0) return [content, { label: '来历', text: `“${list.name}”没有内容时的说明` }];
  const origin = list.originOf(index, column - 1);
  const about: ExplainedLine[] = [
    { label: '列', text: header },
    content,
    { label: '来历', text: origin?.text ?? '发布时统计' },
  ];
  const form = edition.forms.find((one) => one.form === origin?.row?.form);
  if (!origin?.row || !form) return about;
  const laid = layRegister(form, edition);
  const at = laid.rows.indexOf(origin.row);
  const place = laid.columns.findIndex(
    ({ from }) => from.kind === 'column' && from.column.key === (origin.key || form.label),
  );
  const own = laid.columns[place];
  if (!own || at < 0) return about;
  return [
    ...about,
    { label: '说的是', text: `${laid.file} ${laid.sheet}!${columnLetters(place + 1)}${laid.firstRow + at}` },
    ...explainLaidCell(laid, own, origin.row, at, edition),
  ];
}

/** Where the lines of a list stand, for a person who pointed beside it. */
export function describeListExtent(list: ListSheet): string {
  const lines = list.lines().length;
  const where = lines === 0 ? '没有内容' : `内容在第 ${LIST_FIRST_ROW} 至 ${LIST_FIRST_ROW + lines - 1} 行`;
  return `这张表的列为 A 至 ${columnLetters(list.columns.length)}，${where}。`;
}
