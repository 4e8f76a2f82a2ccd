import type { MessageReading } from '../registry/reading.ts';
import type { Refusal } from '../sheet/grid.ts';
import { packReading } from './pack-reading.ts';

/** A reading without what the ledger knows about the occurrence. */
export type BareReading = Omit<MessageReading, 'eml' | 'receivedAt' | 'sequence'>;

/** What came of reading one message: the packed reading, and what could not be read, for the report of a harvest. */
export interface ReaderResult {
  readonly message: string;
  readonly packed: Uint8Array;
  readonly subject: string;
  readonly refusals: readonly { readonly path: string; readonly refusal: Refusal }[];
}

/** A reading as the result of its task. */
export function resultOf(reading: BareReading): ReaderResult {
  const files = reading.files.flatMap((file) => (file.refusal ? [{ path: file.path, refusal: file.refusal }] : []));
  const own = reading.refusal ? [{ path: '', refusal: reading.refusal }] : [];
  return {
    message: reading.message,
    packed: packReading(reading),
    subject: reading.subject,
    refusals: [...own, ...files],
  };
}

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
