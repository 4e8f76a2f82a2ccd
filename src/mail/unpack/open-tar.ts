import { extract } from 'tar-stream';
import { decodeText } from '../repair/decode-text.ts';
import { type Budget, takeFromBudget } from './bounds.ts';
import type { Entry, Opened } from './entry.ts';

/** An option of tar-stream that its types leave out: names as bytes, since GBK is common. */
const LATIN_NAMES: object = { filenameEncoding: 'latin1' };

/** Opens a tar (ustar, GNU, pax). Links and devices are left out: they hold nothing. Never throws. */
export async function openTar(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  const tar = extract(LATIN_NAMES);
  const entries: Entry[] = [];
  try {
    tar.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      if (type === 'file' && !takeFromBudget(budget, 1, size)) return { ok: false, code: 'file/archive-too-large' };
      const pieces: Buffer[] = [];
      for await (const piece of entry)
        if (type === 'file' && piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
      if (type === 'file') entries.push({ name: decodeName(name), bytes: Buffer.concat(pieces) });
    }
    return { ok: true, entries };
  } catch {
    return { ok: false, code: 'file/damaged-archive' };
  }
}

/** A pax name arrives as text, any other as bytes. */
function decodeName(name: string): string {
  return /[^\u0000-\u00FF]/.test(name) ? name : decodeText(Buffer.from(name, 'latin1'), 'gbk');
}
