import type { HqmsMapping } from '../../forms/hqms-mapping.ts';
import type { RegisterChange } from './diff-registers.ts';
import type { ListSheet } from './draw-list-sheet.ts';
import { listsOfRegister } from './draw-register-book.ts';
import { listUnitFindings } from './draw-unit-book.ts';
import type { Edition } from './edition.ts';
import { layAccounts } from './lay-accounts.ts';
import { layCsv, layRegister, layUnit } from './lay-register.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { listContacts } from './list-contacts.ts';
import { listLeftOut } from './list-left-out.ts';
import { selectLists } from './select-lists.ts';

/** Every sheet of every deliverable whose rows are rows of the register, the province workbooks first. */
export function layDeliverables(mapping: HqmsMapping, edition: Edition): LaidSheet[] {
  return [
    ...edition.forms.map((form) => layRegister(form, edition)),
    ...edition.forms.map((form) => layCsv(form, edition)),
    ...selectLists(mapping, edition).flatMap(({ list, form, selection }) => layAccounts(list, form, selection)),
    ...edition.units.flatMap((unit) => layUnit(unit, edition)),
  ];
}

/** A list sheet of a deliverable. */
export interface PlacedList {
  readonly file: string;
  readonly list: ListSheet;
}

/** Every other sheet of the workbooks, one after the other, so that no more are made than are looked at. */
export function* listDeliverables(
  mapping: HqmsMapping,
  edition: Edition,
  changes: readonly RegisterChange[],
  first: boolean,
): Generator<PlacedList> {
  for (const form of edition.forms) {
    for (const list of listsOfRegister(form, edition, changes, first))
      yield { file: `${form.register.fileName}.xlsx`, list: list() };
  }
  for (const selected of selectLists(mapping, edition)) {
    yield { file: `HQMS/${mapping.notIncluded}.xlsx`, list: listLeftOut(selected, edition) };
    yield { file: `HQMS/${mapping.contacts}.xlsx`, list: listContacts(selected, edition) };
  }
  for (const unit of edition.units) {
    for (const sheet of layUnit(unit, edition))
      yield { file: sheet.file, list: listUnitFindings(sheet, unit, edition) };
  }
}
