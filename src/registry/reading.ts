import type { Refusal } from '../sheet/grid.ts';
import type { ReadTable, TemplateToken } from '../sheet/table.ts';

/** A file of a mail and its fate. */
export interface FileReading {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly size: number;
  /** read: rows were found · no-table: readable, no form in it · refused · container: opened. */
  readonly fate: 'read' | 'no-table' | 'refused' | 'container';
  readonly format?: string;
  readonly traits?: readonly string[];
  readonly refusal?: Refusal;
  readonly tables: readonly ReadTable[];
  readonly tokens: readonly (TemplateToken & { readonly genuine: boolean })[];
}

/**
 * One mail or loose file, read: a pure function of its bytes, the forms and the campaign key, kept as a
 * derived table of the ledger so that only new mail is read again.
 */
export interface MessageReading {
  /** sha256 (hex) of the raw bytes. */
  readonly message: string;
  /** File name when taken from a folder, else ''. */
  readonly eml: string;
  /** `mail` or a loose `file` put into the folder by hand. */
  readonly source: 'mail' | 'file';
  /** When the collecting mailbox received it (INTERNALDATE, else the topmost Received or Date header); ISO instant. */
  readonly receivedAt: string;
  /** Position in the order of receipt, from 1; breaks ties of receivedAt. */
  readonly sequence: number;
  readonly messageId: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly replyTo: readonly string[];
  readonly subject: string;
  /** ISO instant of the Date header or ''. */
  readonly date: string;
  readonly references: readonly string[];
  readonly text: string;
  readonly kind: 'ordinary' | 'auto-reply' | 'bounce' | 'read-receipt' | 'advertisement';
  readonly kindReason: string;
  readonly bounced: { readonly addresses: readonly string[]; readonly messageIds: readonly string[] };
  readonly authentication: { readonly spf: string; readonly dkim: string; readonly dmarc: string };
  readonly links: readonly {
    readonly provider: string;
    readonly name: string;
    readonly size: string;
    readonly expires: string;
    readonly url: string;
  }[];
  readonly files: readonly FileReading[];
  readonly refusal?: Refusal;
}
