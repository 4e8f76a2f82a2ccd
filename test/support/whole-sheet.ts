import type { BookPlan, RowPlan, SheetPlan } from '../../src/sheet/book-plan.ts';

/** The book with the rows of its sections among the others, as they stand in the written sheet. */
export function wholeBook<T extends Pick<BookPlan, 'sheets'>>(plan: T): T {
  return { ...plan, sheets: plan.sheets.map(wholeSheet) };
}

function wholeSheet({ sections, ...sheet }: SheetPlan): SheetPlan {
  if (sections === undefined) return sheet;
  const drawn = sections.flatMap((section) => section.rows());
  const rows = [...sheet.rows, ...firstNotes(drawn, sheet.mostNotes ?? 0)];
  const reach = (range: string): string => range.replace(/\d+$/, String(rows.length));
  return {
    ...sheet,
    rows,
    ...(sheet.autoFilter === undefined ? {} : { autoFilter: reach(sheet.autoFilter) }),
    ...(sheet.print?.area === undefined ? {} : { print: { ...sheet.print, area: reach(sheet.print.area) } }),
  };
}

function firstNotes(rows: readonly RowPlan[], most: number): RowPlan[] {
  let left = most;
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (cell?.note === undefined) return cell;
      left -= 1;
      if (left >= 0) return cell;
      const { note: _, ...bare } = cell;
      return bare;
    }),
  }));
}
