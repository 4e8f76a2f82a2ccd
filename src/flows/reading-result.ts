import type { Refusal } from '../sheet/grid.ts';
import type { BareReading } from './bare-reading.ts';
import { packReading } from './pack-reading.ts';

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
