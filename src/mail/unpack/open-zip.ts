import { fromBufferPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import { decodeText } from '../repair/decode-text.ts';
import { type Budget, isBomb, takeFromBudget } from './bounds.ts';
import type { Entry, Opened } from './entry.ts';
import { refusalOf } from './refusals.ts';

const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;
const UNICODE_PATH_FIELD = 0x7075;
const NOTHING = new Uint8Array(0);

/** Opens a zip: the directory is judged as a whole before anything is inflated. Never throws. */
export async function openZip(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true });
    if (zip.entryCount > budget.entries * 2) return { ok: false, code: 'file/archive-too-large' };
    const files: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) if (!nameOf(entry).endsWith('/')) files.push(entry);
    return await openFiles(zip, files, budget);
  } catch {
    return { ok: false, code: 'file/damaged-archive' };
  }
}

async function openFiles(zip: ZipFile, files: readonly ZipEntry[], budget: Budget): Promise<Opened> {
  let total = 0;
  for (const file of files) {
    if (isBomb(file.compressedSize, file.uncompressedSize)) return { ok: false, code: 'file/archive-too-large' };
    total += file.uncompressedSize;
  }
  const packed = files.reduce((sum, file) => sum + file.compressedSize, 0);
  if (isBomb(packed, total) || !takeFromBudget(budget, files.length, total))
    return { ok: false, code: 'file/archive-too-large' };
  if (files.length > 0 && files.every((file) => file.generalPurposeBitFlag & ENCRYPTED_FLAG))
    return { ok: false, code: 'file/password-archive' };
  const entries: Entry[] = [];
  for (const file of files) entries.push(await openFile(zip, file));
  return { ok: true, entries };
}

async function openFile(zip: ZipFile, file: ZipEntry): Promise<Entry> {
  const name = nameOf(file);
  if (file.generalPurposeBitFlag & ENCRYPTED_FLAG)
    return { name, bytes: NOTHING, refusal: refusalOf('file/password-archive') };
  if (file.compressionMethod !== 0 && file.compressionMethod !== 8)
    return { name, bytes: NOTHING, refusal: refusalOf('file/archive-unknown') };
  try {
    const stream = await zip.openReadStreamPromise(file);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    return { name, bytes: Buffer.concat(pieces) };
  } catch {
    return { name, bytes: NOTHING, refusal: refusalOf('file/damaged-archive') };
  }
}

/** UTF-8 when flagged or given in the Info-ZIP field, else judged by its bytes: Windows tools here write GBK. */
function nameOf(entry: ZipEntry): string {
  const raw = Buffer.from(entry.fileNameRaw);
  if (entry.generalPurposeBitFlag & UTF8_FLAG) return decodeText(raw, 'utf-8').replaceAll('\\', '/');
  const unicode = entry.extraFields.find((field) => field.id === UNICODE_PATH_FIELD)?.data.subarray(5);
  return decodeText(unicode ?? raw, unicode ? 'utf-8' : 'gbk').replaceAll('\\', '/');
}
