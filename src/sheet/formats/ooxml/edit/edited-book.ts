import type { Refusal } from '../../../grid.ts';
import { writeZip, type ZipPart } from '../../zip/write-zip.ts';
import type { ZipArchive } from '../../zip/zip-archive.ts';
import { corruptFile } from '../../zip/zip-refusals.ts';
import { toUtf8 } from '../to-utf8.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** A package while it is being edited: only what is in `changed` and `removed` differs from the archive. */
export interface EditedBook {
  readonly zip: ZipArchive;
  /** By the name of the zip entry; new parts under their own name. */
  readonly changed: Map<string, Buffer>;
  readonly removed: Set<string>;
  /** Name of the workbook part. */
  readonly workbook: string;
  readonly namespaces: Namespaces;
  /** The first thing that stood in the way; the edit is given up then. */
  refusal: Refusal | undefined;
}

/** Namespace addresses of the edition that the package is written in. */
export interface Namespaces {
  readonly main: string;
  readonly relationships: string;
}

/** Addresses of the transitional or the strict edition, by the workbook part. */
export function namespacesOf(workbook: Buffer): Namespaces {
  if (!workbook.includes(STRICT)) {
    return {
      main: `${TRANSITIONAL}spreadsheetml/2006/main`,
      relationships: `${TRANSITIONAL}officeDocument/2006/relationships`,
    };
  }
  return { main: `${STRICT}spreadsheetml/main`, relationships: `${STRICT}officeDocument/relationships` };
}

/** Current bytes of a part as UTF-8; undefined where there is none. An unreadable part ends the edit. */
export function loadPart(book: EditedBook, name: string): Buffer | undefined {
  const entry = book.zip.find(name);
  const key = entry?.name ?? name;
  const changed = book.changed.get(key);
  if (changed !== undefined || entry === undefined || book.removed.has(key)) return changed;
  const content = book.zip.read(entry);
  if (!content.ok) {
    book.refusal ??= content.refusal;
    return undefined;
  }
  const bytes = toUtf8(content.bytes);
  if (bytes === undefined) giveUp(book, `内部文件 ${name} 的编码无法识别`);
  return bytes === undefined ? undefined : declareUtf8(bytes);
}

/** Puts new bytes in the place of a part, or adds one. */
export function savePart(book: EditedBook, name: string, bytes: Buffer): void {
  const key = book.zip.find(name)?.name ?? name;
  book.removed.delete(key);
  book.changed.set(key, bytes);
}

/** Takes a part out of the package. */
export function removePart(book: EditedBook, name: string): void {
  const key = book.zip.find(name)?.name ?? name;
  book.changed.delete(key);
  book.removed.add(key);
}

/** Whether the package holds a part now. */
export function hasPart(book: EditedBook, name: string): boolean {
  const key = book.zip.find(name)?.name;
  return book.changed.has(key ?? name) || (key !== undefined && !book.removed.has(key));
}

/** `xl/comments` + `.xml` → the first of `xl/comments1.xml`, `xl/comments2.xml` … that is free. */
export function freePart(book: EditedBook, stem: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number}${extension}`;
    if (book.zip.find(name) === undefined && !book.changed.has(name)) return name;
  }
}

/** Ends the edit with what was seen. */
export function giveUp(book: EditedBook, seen: string): void {
  book.refusal ??= corruptFile(seen);
}

/** The package with its changes; every other part keeps its bytes, its name and its place. */
export function writeBookParts(book: EditedBook): Uint8Array {
  const parts: ZipPart[] = [];
  const written = new Set<string>();
  for (const entry of book.zip.entries) {
    if (book.removed.has(entry.name)) continue;
    const changed = book.changed.get(entry.name);
    const content = changed === undefined ? book.zip.read(entry) : { ok: true as const, bytes: changed };
    if (!content.ok) {
      book.refusal ??= content.refusal;
      continue;
    }
    parts.push({ name: entry.name, bytes: content.bytes, store: changed === undefined && entry.method === 0 });
    written.add(entry.name);
  }
  for (const [name, bytes] of book.changed) {
    if (!written.has(name)) parts.push({ name, bytes });
  }
  return writeZip(parts);
}

/** A part that was stored in another encoding says so in its first line; that would be a lie now. */
function declareUtf8(bytes: Buffer): Buffer {
  const head = bytes.toString('latin1', 0, 200);
  const match = /^(<\?xml[^>]*?encoding\s*=\s*["'])(?!utf-8["'])([^"']+)/iu.exec(head);
  if (match === null) return bytes;
  const [whole, before = ''] = match;
  return Buffer.concat([Buffer.from(`${before}UTF-8`, 'latin1'), bytes.subarray(whole.length)]);
}
