import type { MessageReading } from '../registry/reading.ts';

/** A reading without what the ledger knows about the occurrence. */
export type BareReading = Omit<MessageReading, 'eml' | 'receivedAt' | 'sequence'>;

/** The reading of a message that could not be taken apart at all. */
export function refusedReading(
  message: string,
  source: 'mail' | 'file',
  name: string,
  refusal: NonNullable<BareReading['refusal']>,
): BareReading {
  return { ...EMPTY_READING, message, source, subject: source === 'file' ? name : '', files: [], refusal };
}

/** What a message that is no letter does not have. */
export const EMPTY_READING = {
  messageId: '',
  from: { address: '', name: '' },
  replyTo: [],
  date: '',
  references: [],
  text: '',
  kind: 'ordinary',
  kindReason: '',
  bounced: { addresses: [], messageIds: [] },
  authentication: { spf: '', dkim: '', dmarc: '' },
  links: [],
} as const;
