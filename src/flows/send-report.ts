import type { SendSettled } from '../registry/event.ts';
import type { MailKind } from './plan-send.ts';

/** One mail of the plan, and what became of it. */
export interface SendLine {
  readonly kind: MailKind;
  readonly unit: string;
  readonly unitName: string;
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  readonly why: string;
  readonly messageId: string;
  /** Names of the attachments; empty in a plan that was not asked to name them. */
  readonly attachments: readonly string[];
  readonly outcome: 'planned' | SendSettled['outcome'];
  /** The server's words, or why it was not tried. */
  readonly response: string;
}

export interface SendReport {
  readonly applied: boolean;
  readonly mails: readonly SendLine[];
  readonly skipped: readonly {
    readonly kind: MailKind;
    readonly unit: string;
    readonly unitName: string;
    readonly why: string;
  }[];
  /** Mails of earlier runs of which nobody knows whether they left; never sent again by themselves. */
  readonly unsettled: readonly {
    readonly unit: string;
    readonly unitName: string;
    readonly kind: MailKind;
    readonly to: string;
    readonly messageId: string;
    readonly at: string;
  }[];
}
