import type { Decoded } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { decodeInChild } from './decode-in-child.ts';
import { decodeText } from './decode-text.ts';
import { packageKind } from './ooxml/is-ooxml.ts';
import { readOoxml } from './ooxml/read-ooxml.ts';
import { readOpenDocument } from './read-open-document.ts';
import { refuse } from './refusals.ts';
import { openZip } from './zip/open-zip.ts';
import { ZIP_BOUNDS, type ZipArchive } from './zip/zip-archive.ts';

/** Tighter than for xlsx: the parts are parsed by others, or held as one text. */
const FOREIGN_BOUNDS = { ...ZIP_BOUNDS, maxPartBytes: 32 * 1024 * 1024, maxTotalBytes: 64 * 1024 * 1024 };

/** Decodes a zip package by the parts it holds: xlsx family, xlsb, ods and odt, docx. Any other zip is a container. */
export async function decodeZip(bytes: Uint8Array): Promise<Decoded> {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  const { zip } = opened;
  const kind = packageKind(zip);
  if (kind === 'xlsb' && !zip.find('xl/workbook.bin') && zip.find('xl/workbook.xml'))
    return mislabelled(readOoxml(bytes));
  if (kind === 'xlsb') return decodeForeign(bytes, 'spreadsheet');
  if (kind === 'docx') return decodeForeign(bytes, 'docx');
  if (kind !== 'ods' && kind !== 'other') return readOoxml(bytes);
  if (zip.find('ppt/presentation.xml')) return refuse('file/presentation');
  if (zip.find('content.xml') && zip.find('META-INF/manifest.xml')) return decodeOpenDocument(bytes);
  if (zip.find('OFD.xml')) return refuse('file/ofd');
  return refuse('file/archive');
}

/** Some writers declare the type of .xlsb for the extension bin in every package; the parts themselves say what it is. */
function mislabelled(decoded: Decoded): Decoded {
  return decoded.ok ? { ok: true, workbook: { ...decoded.workbook, format: 'xlsx' } } : decoded;
}

async function decodeForeign(bytes: Uint8Array, kind: 'spreadsheet' | 'docx'): Promise<Decoded> {
  const opened = openZip(bytes, FOREIGN_BOUNDS);
  if (!opened.ok) return opened;
  // Every part is inflated here once, sizes and checksums proved: the parser behind hangs on a corrupt stream.
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (!content.ok) return content;
    if (kind === 'spreadsheet' && isCutSheet(entry.name, content.bytes)) return refuse('file/corrupt');
    if (/\.(?:xml|rels)$/i.test(entry.name) && content.bytes.includes('<!ENTITY')) return refuse('file/unsafe-xml');
  }
  const task = kind === 'docx' ? ({ kind, bytes } as const) : ({ kind, format: 'xlsb', bytes } as const);
  const decoded = await decodeInChild(task);
  return decoded === 'locked' ? refuse('file/password-needed') : decoded;
}

/** A binary sheet without its last record (BrtEndSheet, 130) was cut: the parser would give the rows so far. */
function isCutSheet(name: string, bytes: Buffer): boolean {
  return /worksheets[/\\][^/\\]*\.bin$/i.test(name) && !bytes.subarray(-3).equals(Buffer.from([0x82, 0x01, 0x00]));
}

function decodeOpenDocument(bytes: Uint8Array): Decoded {
  const opened = openZip(bytes, FOREIGN_BOUNDS);
  if (!opened.ok) return opened;
  const manifest = readText(opened.zip, 'META-INF/manifest.xml');
  if (typeof manifest !== 'string') return manifest;
  if (manifest.includes('encryption-data')) return refuse('file/password-needed');
  const content = readText(opened.zip, 'content.xml');
  if (typeof content !== 'string') return content;
  return readOpenDocument(content, content.includes('<office:text') ? 'odt' : 'ods');
}

function readText(zip: ZipArchive, name: string): string | Decoded {
  const entry = zip.find(name);
  const content = entry && zip.read(entry);
  if (!content) return refuse('file/corrupt');
  if (!content.ok) return content;
  if (content.bytes.length > BOUNDS.textBytes) return refuse('file/too-large');
  const text = decodeText(content.bytes)?.text;
  if (text === undefined) return refuse('file/corrupt');
  return /<!ENTITY/i.test(text) ? refuse('file/unsafe-xml') : text;
}
