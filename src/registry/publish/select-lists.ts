import type { Form } from '../../forms/form.ts';
import type { HqmsList, HqmsMapping } from '../../forms/hqms-mapping.ts';
import type { Edition } from './edition.ts';
import { type AccountSelection, selectAccounts } from './select-accounts.ts';

/** A list of the mapping with its form and what was selected for it. */
export interface SelectedList {
  readonly list: HqmsList;
  readonly form: Form;
  readonly selection: AccountSelection;
}

/** The lists of the mapping whose forms the campaign collects, in the order of the mapping. */
export function selectLists(mapping: HqmsMapping, edition: Edition): SelectedList[] {
  return mapping.lists.flatMap((list) => {
    const form = edition.forms.find((one) => one.form === list.form);
    return form ? [{ list, form, selection: selectAccounts(list, form, edition) }] : [];
  });
}
