import type { HqmsMapping } from '../../forms/hqms-mapping.ts';
import type { RegisterChange } from './diff-registers.ts';
import type { ListSheet } from './draw-list-sheet.ts';
import { listsOfRegister } from './draw-register-book.ts';
import { listUnitFindings, unitFindingsName } from './draw-unit-book.ts';
import type { Edition } from './edition.ts';
import { layAccounts } from './lay-accounts.ts';
import { layCsv, layRegister, layUnit } from './lay-register.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { listContacts } from './list-contacts.ts';
import { listLeftOut } from './list-left-out.ts';
import { selectLists } from './select-lists.ts';
import { sheetName } from './sheet-name.ts';

/** A sheet of a deliverable: a table of rows of the register, or a list that is made when it is looked at. */
export type PlacedSheet = {
  /** Path under output/. */
  readonly file: string;
  /** '' for a file without sheets. */
  readonly sheet: string;
} & ({ readonly laid: LaidSheet } | { readonly list: () => ListSheet });

/** Every sheet of every deliverable: the province workbooks first, then the HQMS package, then the units' workbooks. */
export function placeSheets(
  mapping: HqmsMapping,
  edition: Edition,
  changes: readonly RegisterChange[],
  first: boolean,
): PlacedSheet[] {
  const selected = selectLists(mapping, edition);
  return [
    ...edition.forms.map((form) => placed(layRegister(form, edition))),
    ...edition.forms.map((form) => placed(layCsv(form, edition))),
    ...edition.forms.flatMap((form) =>
      listsOfRegister(form, edition, changes, first).map(({ sheet, list }) => ({
        file: `${form.register.fileName}.xlsx`,
        sheet,
        list,
      })),
    ),
    ...selected.flatMap(({ list, form, selection }) => layAccounts(list, form, selection).map(placed)),
    ...selected.flatMap((one) => [
      {
        file: `HQMS/${mapping.notIncluded}.xlsx`,
        sheet: sheetName(one.list.title),
        list: () => listLeftOut(one, edition),
      },
      {
        file: `HQMS/${mapping.contacts}.xlsx`,
        sheet: sheetName(one.list.title),
        list: () => listContacts(one, edition),
      },
    ]),
    ...edition.units.flatMap((unit) =>
      layUnit(unit, edition).flatMap((laid) => [
        placed(laid),
        {
          file: laid.file,
          sheet: unitFindingsName(laid.form),
          list: () => listUnitFindings(laid, unit, edition),
        },
      ]),
    ),
  ];
}

function placed(laid: LaidSheet): PlacedSheet {
  return { file: laid.file, sheet: laid.sheet, laid };
}
