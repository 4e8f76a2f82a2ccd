/**
 * What a person settled: an event of the ledger, replayed on every rebuild.
 * For a question, `subject` is its id. A waiver's subject is `code` or `code@rowId`; a revert's subject is a submission id;
 * a value's subject is `rowId#key`.
 */
export interface Decision {
  /** Hash of the event. */
  readonly id: string;
  readonly kind: 'answer' | 'waiver' | 'revert' | 'value';
  readonly subject: string;
  readonly answer: string;
  readonly reason: string;
  readonly who: string;
  /** ISO instant. */
  readonly at: string;
  /** Fingerprint of the evidence it rests on; '' when it needs none: a waiver of a code everywhere, a revert of one mail. */
  readonly fingerprint: string;
  /** Last day (YYYY-MM-DD) a waiver holds; '' for always. */
  readonly until: string;
}
