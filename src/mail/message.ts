/** A mailbox address; `address` is lower case and NFKC-folded. */
export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

/** One file of a mail, or of a container inside it, in reading order. */
export interface MailFile {
  /** Label only, never a path on disk: `报送.zip!附件2.xlsx`, `原邮件.eml!附件2.xls`, or `正文表格.html` for a table in the body. */
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  /** What the bytes are: zip-spreadsheet, ole, rar, pdf, image, html, text …; for listing only. */
  readonly kind: string;
  readonly sha256: string;
  readonly size: number;
  /** Absent when the container refused it or it was a container that has been opened. */
  readonly bytes?: Uint8Array;
  /** `leaf` is to be read as a workbook; `container` was opened; `refused` has a refusal. */
  readonly role: 'leaf' | 'container' | 'refused';
  readonly refusal?: { readonly code: string; readonly text: string; readonly ask: string };
}

/** A 超大附件 or cloud link: never downloaded, a person has to ask for the file. */
export interface CloudLink {
  readonly provider: string;
  readonly name: string;
  readonly size: string;
  /** ISO instant (Asia/Shanghai read), '' when not given. */
  readonly expires: string;
  readonly url: string;
}

/** What a mail is, apart from its files. */
export type MailKind = 'ordinary' | 'auto-reply' | 'bounce' | 'read-receipt' | 'advertisement';

/** A mail taken apart: plain values, bytes only inside files. */
export interface MailMessage {
  /** Without angle brackets; '' when the mail has none. */
  readonly messageId: string;
  readonly from: MailAddress;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly subject: string;
  /** ISO instant of the Date header; '' when missing or not parsable. */
  readonly date: string;
  /** Every id of In-Reply-To and References, raw regex over the header, without angle brackets. */
  readonly references: readonly string[];
  /** Own text without quoted originals. */
  readonly text: string;
  /** The text including quotes. */
  readonly fullText: string;
  readonly kind: MailKind;
  /** Evidence for `kind`, e.g. `Auto-Submitted: auto-replied`; for an ordinary mail, that a program sent it: it is not answered. */
  readonly kindReason: string;
  /** For a bounce: the addresses that could not be reached and the ids of the mails concerned. */
  readonly bounced: { readonly addresses: readonly string[]; readonly messageIds: readonly string[] };
  /** From the topmost Authentication-Results of the trusted server; '' when absent. */
  readonly authentication: { readonly spf: string; readonly dkim: string; readonly dmarc: string };
  readonly files: readonly MailFile[];
  readonly links: readonly CloudLink[];
  /** Candidates for workbook passwords found in the text. */
  readonly passwords: readonly string[];
  /** Set when the mail itself could not be taken apart. */
  readonly refusal?: { readonly code: string; readonly text: string; readonly ask: string };
}
