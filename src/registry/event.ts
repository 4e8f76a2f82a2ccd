import type { Decision } from './decision.ts';

/** Where a message was found. The same bytes may be found in several places. */
export type Occurrence =
  | {
      readonly kind: 'imap';
      readonly account: string;
      readonly folder: string;
      readonly uidValidity: string;
      readonly uid: number;
    }
  | { readonly kind: 'folder'; readonly name: string };

/** A message was taken in: its bytes lie in originals/ before this event exists. */
export interface MessageReceived {
  readonly type: 'message-received';
  /** sha256 (hex) of the raw bytes. */
  readonly message: string;
  readonly source: 'mail' | 'file';
  readonly occurrence: Occurrence;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly size: number;
}

/** The same bytes again, in another place. */
export interface MessageSeenAgain {
  readonly type: 'message-seen-again';
  readonly message: string;
  readonly occurrence: Occurrence;
}

/** A message on the server that could not be taken in. */
export interface MessageProblem {
  readonly type: 'message-problem';
  readonly occurrence: Occurrence;
  readonly problem: string;
  readonly size: number;
}

export interface DecisionMade extends Omit<Decision, 'id' | 'at'> {
  readonly type: 'decision';
}

/** A decision that counts no more from then on. */
export interface DecisionUndone {
  readonly type: 'decision-undone';
  /** Hash of its event. */
  readonly decision: string;
  /** What it was about. */
  readonly subject: string;
  readonly reason: string;
  readonly who: string;
}

/** Written and synced before the connection is opened. */
export interface SendIntended {
  readonly type: 'send-intended';
  readonly messageId: string;
  readonly unit: string;
  readonly kind: 'request' | 'reminder' | 'return' | 'receipt' | 'question';
  readonly to: string;
  /** Copies; absent when there are none. */
  readonly cc?: readonly string[];
  /** sha256 (hex) of the raw mail under outbox/. */
  readonly sha256: string;
  /** What the mail answers or asks for: ids of submissions or messages, and the forms. */
  readonly about: readonly string[];
}

export interface SendSettled {
  readonly type: 'send-settled';
  readonly messageId: string;
  readonly outcome:
    | 'sent'
    | 'rejected'
    | 'retry-later'
    | 'stop-until-tomorrow'
    | 'stop-and-ask'
    | 'unknown'
    | 'not-sent';
  readonly response: string;
}

export interface Published {
  readonly type: 'published';
  readonly version: number;
  /** Hash over everything the deliverables depend on. */
  readonly fingerprint: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

export interface CampaignCreated {
  readonly type: 'campaign-created';
  readonly campaign: string;
  readonly program: string;
}

/** What may stand in the ledger. */
export type LedgerEvent =
  | CampaignCreated
  | MessageReceived
  | MessageSeenAgain
  | MessageProblem
  | DecisionMade
  | DecisionUndone
  | SendIntended
  | SendSettled
  | Published;

/** An event with its place in the hash chain. */
export interface RecordedEvent {
  readonly sequence: number;
  /** ISO instant of recording. */
  readonly at: string;
  readonly hash: string;
  readonly event: LedgerEvent;
}
