import { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';
import type { FileRefusalCode } from '../refusals.ts';

/** What came out, and why it ended before its end; a damaged stream gives the bytes before the damage. */
export interface Unxzed {
  readonly bytes: Uint8Array;
  readonly fault?: FileRefusalCode;
}

/** Results of XZ Embedded (xz.h, "enum xz_ret") that are not plain damage. */
const FAULTS: Readonly<Record<string, FileRefusalCode>> = {
  2: 'file/archive-unknown', // a kind of checksum that it does not know
  4: 'file/archive-too-large', // a dictionary of more than 64 MiB
  6: 'file/archive-unknown', // a filter other than LZMA2
};

/**
 * Unpacks .xz (xz file format 1.2.1), all its streams one after the other, and stops as soon as more than `limit`
 * bytes come out. Never throws.
 */
export async function unxz(packed: Uint8Array, limit: number): Promise<Unxzed> {
  const reader = new xz.XzReadableStream(streamOf(packed)).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > limit) return { bytes: new Uint8Array(0), fault: 'file/archive-too-large' };
      pieces.push(next.value);
    }
    return { bytes: Buffer.concat(pieces) };
  } catch (error) {
    const code = /error code (\d+)/.exec(String(error))?.[1] ?? '';
    return { bytes: Buffer.concat(pieces), fault: FAULTS[code] ?? 'file/damaged-archive' };
  } finally {
    // The package lets one stream in at a time: one left open would keep all later ones waiting.
    await reader.cancel().catch(() => undefined);
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
