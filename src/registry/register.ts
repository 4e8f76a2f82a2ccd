import type { Fields } from '../rules/field.ts';
import type { Finding } from '../rules/finding.ts';
import type { Submission } from './submission.ts';

/** Where a row was read. */
export interface RowSource {
  readonly message: string;
  readonly eml: string;
  readonly path: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly receivedAt: string;
  readonly submission: string;
}

/** A value that a decision changed, on top of what was read. */
export interface DecidedValue {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** Hash of the decision event. */
  readonly decision: string;
}

/** One row of the register 汇总册: one institution (附件2) or one person in charge (附件3). */
export interface RegisterRow {
  /** Stable across rebuilds: form, unit and identity. */
  readonly id: string;
  readonly form: string;
  readonly unit: string;
  /** May be loaded when it is first asked for: of a large register most rows are not looked into. */
  readonly fields: Fields;
  /** Hash over everything else that the row tells; two rows with the same are the same. */
  readonly content: string;
  readonly source: RowSource;
  /** The same row seen elsewhere (a hospital's own mail, an identical resend). */
  readonly copies: readonly RowSource[];
  readonly decided: readonly DecidedValue[];
}

/** Every message in exactly one state, with a reason. */
export interface MessageOutcome {
  readonly message: string;
  readonly eml: string;
  readonly messageId: string;
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly receivedAt: string;
  readonly state: 'merged' | 'superseded' | 'held' | 'ignored' | 'quarantined';
  /** Chinese. */
  readonly reason: string;
  /** Kebab-case, area first: `mail/auto-reply`, `mail/unknown-sender`. */
  readonly reasonCode: string;
  readonly unit: string;
  readonly late: boolean;
  /** Ids of its submissions. */
  readonly submissions: readonly string[];
}

/** State of one form of one unit. */
export interface Coverage {
  readonly unit: string;
  readonly form: string;
  readonly due: string;
  readonly state: 'missing' | 'held' | 'faulty' | 'clean';
  readonly late: boolean;
  readonly rows: number;
  readonly blocks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  /** ISO instant of the last accepted submission, '' when none. */
  readonly lastReceived: string;
  readonly messages: number;
}

/** Something a person has to settle; answered by a decision event. */
export interface Question {
  /** Stable id: kind and subject. */
  readonly id: string;
  readonly kind: 'attribution' | 'revision' | 'duplicate' | 'conflict' | 'proposal' | 'waiver' | 'message';
  /** Chinese question. */
  readonly question: string;
  /** Both sides with their sources, in Chinese. */
  readonly sides: readonly { readonly answer: string; readonly label: string; readonly source: string }[];
  readonly unit: string;
  readonly form: string;
  readonly messages: readonly string[];
  /** Hash over the evidence; a decision made on other evidence is opened again. */
  readonly fingerprint: string;
  readonly decided?: { readonly answer: string; readonly who: string; readonly at: string; readonly reason: string };
}

/** How often each answer was given, by key of a choice column. */
export type AnswerCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Everything derived from readings, decisions and forms. */
export interface RegistryState {
  readonly messages: readonly MessageOutcome[];
  readonly submissions: readonly Submission[];
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
  /** Over the register of each form. */
  readonly answers: Readonly<Record<string, AnswerCounts>>;
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  readonly questions: readonly Question[];
  /** Addresses of units that bounced, with the bounce; `proven` when it cannot well be forged. */
  readonly unreachable: readonly {
    readonly unit: string;
    readonly address: string;
    readonly message: string;
    readonly proven: boolean;
  }[];
  /** Codes of units to which a request was sent. */
  readonly asked: readonly string[];
}
