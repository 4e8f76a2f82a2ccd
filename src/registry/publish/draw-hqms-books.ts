import type { HqmsMapping } from '../../forms/hqms-mapping.ts';
import type { BookPlan } from '../../sheet/book-plan.ts';
import { drawListSheet } from './draw-list-sheet.ts';
import { drawPlainSheet } from './draw-plain-sheet.ts';
import { bookFrame } from './draw-register-book.ts';
import type { Edition } from './edition.ts';
import { layAccounts } from './lay-accounts.ts';
import { listContacts } from './list-contacts.ts';
import { listLeftOut } from './list-left-out.ts';
import type { SelectedList } from './select-lists.ts';

/** Workbooks of the package: the lists themselves, who is not on them and why, and the check of every contact. */
export function drawHqmsBooks(
  mapping: HqmsMapping,
  selected: readonly SelectedList[],
  edition: Edition,
): { readonly path: string; readonly plan: BookPlan }[] {
  if (selected.length === 0) return [];
  const book = (name: string, sheets: BookPlan['sheets']): { readonly path: string; readonly plan: BookPlan } => ({
    path: `HQMS/${name}.xlsx`,
    plan: { ...bookFrame(name, edition), sheets },
  });
  return [
    ...selected.map(({ list, form, selection }) =>
      book(
        list.file,
        layAccounts(list, form, selection).map((sheet) => drawPlainSheet(sheet, edition)),
      ),
    ),
    book(
      mapping.notIncluded,
      selected.map((one) => drawListSheet(listLeftOut(one, edition))),
    ),
    book(
      mapping.contacts,
      selected.map((one) => drawListSheet(listContacts(one, edition))),
    ),
  ];
}
