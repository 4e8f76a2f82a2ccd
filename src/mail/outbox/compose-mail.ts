import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

/** Everything a mail is made of; the same parts give the same bytes. */
export interface MailParts {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO instant. */
  readonly date: string;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Message-ID this mail answers, '' when it answers none. */
  readonly inReplyTo: string;
  /** The thread so far, oldest first. */
  readonly references: readonly string[];
  /** Written by the program in answer to a mail (RFC 3834); keeps other programs from answering it. */
  readonly automatic: boolean;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Composes the raw mail, once. Date, Message-ID and boundaries come from the parts, so that it can be made again byte for byte. */
export async function composeMail(parts: MailParts): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: parts.from.name, address: parts.from.address },
    to: { name: '', address: parts.to },
    cc: parts.cc.map((address) => ({ name: '', address })),
    subject: parts.subject,
    text: parts.text,
    html: parts.html,
    date: new Date(parts.date),
    messageId: `<${parts.messageId}>`,
    ...(parts.inReplyTo === '' ? {} : { inReplyTo: `<${parts.inReplyTo}>` }),
    ...(parts.references.length === 0 ? {} : { references: parts.references.map((id) => `<${id}>`) }),
    headers: parts.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {},
    textEncoding: 'base64',
    baseBoundary: createHash('sha256').update(parts.messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
    attachments: parts.attachments.map(({ name, bytes }) => ({
      filename: name,
      content: Buffer.from(bytes),
      contentType: name.endsWith('.xlsx') ? SPREADSHEET : 'application/octet-stream',
      contentTransferEncoding: 'base64',
    })),
  });
  return composer.compile().build();
}
