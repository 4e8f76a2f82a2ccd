import type { Form } from '../../forms/form.ts';
import type { HqmsColumn, HqmsList } from '../../forms/hqms-mapping.ts';
import type { LaidColumn, LaidSheet } from './lay-sheet.ts';
import type { AccountSelection } from './select-accounts.ts';

/** Sheets of a list for HQMS: header in row 1, data from row 2, columns as the mapping has them. */
export function layAccounts(list: HqmsList, form: Form, selection: AccountSelection): LaidSheet[] {
  const columns = list.columns.map((column) => toLaidColumn(column, form));
  return selection.sheets.map(({ sheet, rows }) => ({
    file: `HQMS/${list.file}.xlsx`,
    sheet,
    form,
    columns,
    headerRow: 1,
    firstRow: 2,
    rows,
  }));
}

function toLaidColumn(column: HqmsColumn, form: Form): LaidColumn {
  const { header } = column;
  if (!('key' in column)) return { header, width: column.width, align: 'center', from: { kind: 'number' } };
  const own = form.columns.find((one) => one.key === column.key);
  if (!own) return { header, width: column.width ?? 12, align: 'center', from: { kind: 'open' } };
  return {
    header,
    width: column.width ?? own.width,
    align: own.align,
    from: { kind: 'column', column: { ...own, show: column.write } },
  };
}
