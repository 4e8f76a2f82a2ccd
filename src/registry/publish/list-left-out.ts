import type { RegisterRow } from '../register.ts';
import type { ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import type { AccountSelection } from './select-accounts.ts';
import type { SelectedList } from './select-lists.ts';
import { sheetName } from './sheet-name.ts';

/** Who is not on a list for HQMS, with every reason and what to do. */
export function listLeftOut({ list, form, selection }: SelectedList, edition: Edition): ListSheet {
  const label = form.columns.find((column) => column.key === form.label);
  const identity = form.columns.find((column) => column.key === form.identity[0] && column.key !== form.unitColumn);
  const taken = selection.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const rows = selection.leftOut.filter((one) => one.row).length;
  return {
    name: sheetName(list.title),
    about: `${form.register.title}共 ${taken + rows} 行，列入${list.file} ${taken} 行，未列入 ${rows} 行，原因如下。`,
    columns: [
      { header: '汇总表序号', width: 8 },
      { header: '单位', width: 12 },
      { header: label?.header ?? '名称', width: 30 },
      ...(identity ? [{ header: identity.header, width: 22 }] : []),
      { header: '未列入原因', width: 60 },
      { header: '怎样处理', width: 60 },
    ],
    lines: () => {
      const numbers = numbersOf(selection, edition.rowsOf(form));
      return selection.leftOut.map(({ row, unit, reasons, remedies }) => [
        row ? (numbers.get(row) ?? '') : '',
        edition.unitOf(unit)?.short ?? unit,
        row && label ? edition.show(form, label, row).text : '',
        ...(identity ? [row ? edition.show(form, identity, row).text : ''] : []),
        reasons.join('\n'),
        remedies.join('\n'),
      ]);
    },
    nothing: '全部列入，没有例外。',
    originOf: (index, column) => {
      const one = selection.leftOut[index];
      const key = column === 3 ? (identity?.key ?? '') : '';
      return one && { row: one.row, key, text: `未列入${list.file}：${one.reasons.join('；')}` };
    },
  };
}

/** Numbers, from 1, of the rows that are left out: few of a large register. */
function numbersOf({ leftOut }: AccountSelection, all: readonly RegisterRow[]): ReadonlyMap<RegisterRow, number> {
  const wanted = new Set(leftOut.map(({ row }) => row));
  return new Map(all.flatMap((row, index) => (wanted.has(row) ? [[row, index + 1] as const] : [])));
}
