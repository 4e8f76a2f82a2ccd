import { crc32 } from 'node:zlib';
import { ArchiveFault } from './archive-fault.ts';
import { type Budget, isBomb, takeFromBudget } from './bounds.ts';
import type { Entry, Opened } from './entry.ts';
import { type FileRefusalCode, refusalOf } from './refusals.ts';
import type { Folder, SubStream } from './seven-zip/folder.ts';
import { judgeFolders } from './seven-zip/judge-folders.ts';
import { layOut } from './seven-zip/lay-out.ts';
import type { ListedItem } from './seven-zip/read-files.ts';
import { readHeader, type SevenZipHeader } from './seven-zip/read-header.ts';
import { unpackFolder } from './seven-zip/unpack-folder.ts';

const NOTHING = new Uint8Array(0);

/** A file of the list, and where its bytes are when it has any. */
interface LocatedItem extends ListedItem {
  readonly place?: { readonly folder: Folder; readonly stream: SubStream };
}

/**
 * Opens a 7z (7zFormat.txt of 7-Zip) in memory. The list is judged before anything is taken out; a file whose bytes do
 * not match its checksum is refused by itself. Never throws.
 */
export async function openSevenZip(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  try {
    const header = await readHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    const files = layOut(locate(header));
    // Whole folders, since a link that is left out is unpacked along with the files beside it.
    const total = header.folders.reduce((sum, { streams, size }) => sum + (streams.length > 0 ? size : 0), 0);
    const refusal = judgeFolders(header.folders);
    if (refusal !== undefined) return { ok: false, code: refusal };
    if (isBomb(bytes.length, total) || !takeFromBudget(budget, files.length, total))
      return { ok: false, code: 'file/archive-too-large' };
    return openedOf(await takeOut(files));
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
}

/** Each item with a stream takes the next one, folder after folder; every stream belongs to an item. */
function locate({ folders, items }: SevenZipHeader): LocatedItem[] {
  const places = folders.flatMap((folder) => folder.streams.map((stream) => ({ folder, stream })));
  let next = 0;
  const located = items.map((item): LocatedItem => {
    const place = item.hasStream ? places[next++] : undefined;
    return place ? { ...item, place } : item;
  });
  if (next !== places.length) throw new ArchiveFault();
  return located;
}

/** A file of the list with its bytes, or why it has none. */
interface TakenFile {
  readonly name: string;
  readonly content: Uint8Array | FileRefusalCode;
}

async function takeOut(files: readonly LocatedItem[]): Promise<TakenFile[]> {
  const contents = new Map<Folder, Uint8Array | FileRefusalCode>();
  const taken: TakenFile[] = [];
  for (const { name, place } of files) {
    if (!place) {
      taken.push({ name, content: NOTHING });
      continue;
    }
    const content = contents.get(place.folder) ?? (await unpackFolder(place.folder).catch(codeOf));
    contents.set(place.folder, content);
    taken.push({ name, content: typeof content === 'string' ? content : partOf(content, place.stream) });
  }
  return taken;
}

/** A folder that breaks off, or whose bytes are not those that were packed, may still hold whole files. */
function partOf(content: Uint8Array, { offset, size, crc }: SubStream): Uint8Array | FileRefusalCode {
  const bytes = content.subarray(offset, offset + size);
  return bytes.length < size || (crc !== undefined && crc32(bytes) !== crc) ? 'file/damaged-archive' : bytes;
}

/** An archive of which nothing can be read is refused as a whole. */
function openedOf(taken: readonly TakenFile[]): Opened {
  const codes = taken.flatMap(({ content }) => (typeof content === 'string' ? content : []));
  const [code] = codes;
  if (code !== undefined && codes.length === taken.length) return { ok: false, code };
  return { ok: true, entries: taken.map(entryOf) };
}

function entryOf({ name, content }: TakenFile): Entry {
  return typeof content === 'string' ? { name, bytes: NOTHING, refusal: refusalOf(content) } : { name, bytes: content };
}

function codeOf(error: unknown): FileRefusalCode {
  return error instanceof ArchiveFault ? error.code : 'file/damaged-archive';
}
