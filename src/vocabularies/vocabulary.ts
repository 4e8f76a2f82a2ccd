/** One accepted answer of a choice column. */
export interface Term {
  /** The canonical value, as it stands in a deliverable. */
  readonly value: string;
  readonly code?: string;
  /** Other accepted spellings, as people write them; compared after folding. */
  readonly spellings?: readonly string[];
  /** False for entries that are known but no answer: a parent of the table, a level out of scope. */
  readonly usable?: boolean;
  /** Codes or values of the children that can be offered instead of an unusable entry. */
  readonly children?: readonly string[];
  /** Chinese remark shown when this spelling is mapped, e.g. 未评 → 未定等. */
  readonly note?: string;
  /** Free facts for rules, e.g. medicineKind: 中医. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** A closed list of answers for a choice column. */
export interface Vocabulary {
  readonly id: string;
  readonly title: string;
  /** Standard or document the list comes from. */
  readonly source: string;
  readonly terms: readonly Term[];
}
