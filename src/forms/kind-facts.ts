import type { FormColumn } from './form.ts';

/** What a kind of column means wherever columns are handled without knowing them. */
export interface KindFacts {
  /** A wrong digit here is fatal: cells are text, forensics apply. */
  readonly digits: boolean;
  /** Holds personal data: never in the report, masked in logs. */
  readonly personal: boolean;
}

const FACTS: Readonly<Record<FormColumn['kind'], KindFacts>> = {
  sequence: { digits: false, personal: false },
  text: { digits: false, personal: false },
  institution: { digits: false, personal: false },
  person: { digits: false, personal: true },
  code: { digits: true, personal: false },
  phone: { digits: true, personal: true },
  email: { digits: false, personal: true },
  choice: { digits: false, personal: false },
  date: { digits: false, personal: false },
  number: { digits: false, personal: false },
};

/** Facts of a column's kind. */
export function kindFacts(kind: FormColumn['kind']): KindFacts {
  return FACTS[kind];
}
