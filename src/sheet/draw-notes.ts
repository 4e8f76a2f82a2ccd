import type { Form } from '../forms/form.ts';
import { lineCount } from '../text/line-count.ts';
import type { RowPlan, SheetPlan } from './book-plan.ts';
import type { Choices } from './draw-dictionary.ts';

const NOTES_SHEET = '填写说明';

const HEADS = ['序号', '栏目', '是否必填', '怎样填', '示例', '可选内容'];
const WIDTHS = [6, 26, 9, 44, 26, 40];
const MOST_LISTED = 8;

/** Filling notes and an example for each column, on their own sheet; nothing here is read as data. */
export function drawNotes(form: Form, choices: ReadonlyMap<string, Choices>, heading: readonly string[]): SheetPlan {
  const notes = [...heading, ...form.notes.map((note, index) => `${index + 1}. ${note}`)];
  const rows: RowPlan[] = [
    { height: 30, cells: [{ value: `${form.annex} ${form.title} ${NOTES_SHEET}`, style: 'noteTitle' }] },
    ...notes.map((note): RowPlan => ({ height: 20, cells: [{ value: note, style: 'note' }] })),
    { height: 8, cells: [] },
    { height: 26, cells: HEADS.map((value) => ({ value, style: 'noteHead' })) },
  ];
  for (const [index, column] of form.columns.entries()) {
    const entries = choices.get(column.key)?.entries ?? [];
    const listed = entries.length > MOST_LISTED ? `下拉列表中的${entries.length}项` : entries.join('、');
    const values = [
      String(index + 1),
      column.header.replaceAll('\n', ''),
      column.required ? '必填' : '选填',
      column.prompt,
      column.example,
      listed,
    ];
    rows.push({
      height: 8 + 16 * Math.max(...values.map((value, cell) => lineCount(value, WIDTHS[cell] ?? 1))),
      cells: values.map((value) => ({ value, style: 'noteCell' })),
    });
  }
  return {
    name: NOTES_SHEET,
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    merges: Array.from({ length: notes.length + 1 }, (_, index) => `A${index + 1}:F${index + 1}`),
    protection: { insertRows: false, deleteRows: false, sort: false, formatCells: false },
    print: { paper: 'A4', orientation: 'landscape', footer: '第 &P 页，共 &N 页' },
  };
}
