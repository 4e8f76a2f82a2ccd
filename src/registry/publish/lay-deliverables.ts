import type { HqmsMapping } from '../../forms/hqms-mapping.ts';
import type { Edition } from './edition.ts';
import { layAccounts } from './lay-accounts.ts';
import { layCsv, layRegister, layUnit } from './lay-register.ts';
import type { LaidSheet } from './lay-sheet.ts';
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
