import { rowHeight } from '../registry/publish/row-height.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import type { BookPlan } from '../sheet/book-plan.ts';
import { ADDRESS_BOOK_COLUMNS, UNIT_KIND_WORDS } from './address-book-sheet.ts';

/** The address book units.xlsx: every cell text, so that no phone loses a digit. */
export function drawAddressBook(units: readonly ReportingUnit[]): BookPlan {
  const head = ADDRESS_BOOK_COLUMNS.map((column) => ({ value: column.header, style: 'head' }));
  const widths = ADDRESS_BOOK_COLUMNS.map((column) => column.width);
  const rows = units.map((unit) => {
    const values = ADDRESS_BOOK_COLUMNS.map((column) => cellOf(unit, column.key));
    return { height: rowHeight(values, widths), cells: values.map((value) => ({ value, style: 'body' })) };
  });
  return {
    title: '报送单位通讯录',
    creator: 'mingce',
    created: '2025-01-01T00:00:00.000Z',
    styles: {
      head: {
        font: { bold: true },
        border: 'thin',
        align: 'center',
        vertical: 'middle',
        fill: 'FFD9E1F2',
        format: '@',
      },
      body: { border: 'thin', vertical: 'middle', wrap: true, format: '@' },
    },
    sheets: [
      {
        name: '通讯录',
        columns: ADDRESS_BOOK_COLUMNS.map((column) => ({ width: column.width, style: 'body' })),
        rows: [{ height: 24, cells: head }, ...rows],
        freeze: { rows: 1, columns: 0 },
        print: { paper: 'A4', orientation: 'landscape', repeatRows: '1:1' },
      },
    ],
  };
}

function cellOf(unit: ReportingUnit, key: (typeof ADDRESS_BOOK_COLUMNS)[number]['key']): string {
  if (key === 'order') return String(unit.order);
  if (key === 'kind') return UNIT_KIND_WORDS[unit.kind];
  const value = unit[key];
  return typeof value === 'string' ? value : value.join('；');
}
