import { looksLikeMail } from '../looks-like-mail.ts';
import { listZipNames } from './list-zip-names.ts';

/** What bytes are, judged by content alone. */
export type FileKind =
  | 'zip'
  | 'zip-spreadsheet'
  | 'zip-document'
  | 'ole'
  | 'msg'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'xz'
  | 'bzip2'
  | 'tar'
  | 'tnef'
  | 'mail'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'vcard'
  | 'calendar'
  | 'signature'
  | 'enveloped'
  | 'text'
  | 'empty'
  | 'unknown';

const MAGIC: readonly (readonly [kind: FileKind, pattern: RegExp])[] = [
  ['rar', /^Rar!\x1A\x07(?:\x00|\x01\x00)/],
  ['7z', /^7z\xBC\xAF\x27\x1C/],
  ['gzip', /^\x1F\x8B\x08/],
  ['xz', /^\xFD7zXZ\x00/],
  ['bzip2', /^BZh[1-9]1AY&SY/],
  ['tnef', /^\x78\x9F\x3E\x22/],
  ['pdf', /^[\s\S]{0,8}%PDF-/],
  [
    'image',
    /^(?:\x89PNG\r\n|\xFF\xD8\xFF|GIF8[79]a|BM[\s\S]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:heic|heix|mif1|avif))/,
  ],
  ['rtf', /^\{\\rtf/],
  ['vcard', /^(?:\xEF\xBB\xBF)?\s*BEGIN:VCARD/i],
  ['calendar', /^(?:\xEF\xBB\xBF)?\s*BEGIN:VCALENDAR/i],
  ['signature', /^\x30[\s\S]{1,6}\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02/],
  ['enveloped', /^\x30[\s\S]{1,6}\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03/],
];
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MSG_STREAM = Buffer.from('__properties_version1.0', 'utf16le');
const PACKAGE_SHEET = /^(?:\[content_types\]\.xml$|mimetype$|content\.xml$|(?:xl|_rels|docprops)\/)/;
const PACKAGE_DOCUMENT = /^(?:word|ppt)\//;

/** Looks at bytes, never at names or declared types. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, 4096).toString('latin1');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return sniffZip(buffer);
  if (buffer.subarray(0, 8).equals(OLE)) return buffer.includes(MSG_STREAM) ? 'msg' : 'ole';
  for (const [kind, pattern] of MAGIC) if (pattern.test(head)) return kind;
  if (isTar(buffer)) return 'tar';
  return sniffText(buffer, head);
}

/** Office packages are workbooks or documents, however their names are cased or slashed; other zips are containers. */
function sniffZip(buffer: Buffer): FileKind {
  const names = listZipNames(buffer).map((name) =>
    name
      .replaceAll('\\', '/')
      .replace(/^\.?\//, '')
      .toLowerCase(),
  );
  if (names.some((name) => PACKAGE_DOCUMENT.test(name))) return 'zip-document';
  return names.some((name) => PACKAGE_SHEET.test(name)) ? 'zip-spreadsheet' : 'zip';
}

/** POSIX tar: the checksum of the first header block is right. */
function isTar(buffer: Buffer): boolean {
  if (buffer.length < 512) return false;
  const stated = Number.parseInt(buffer.subarray(148, 156).toString('latin1').replace(/[\0 ]/g, ''), 8);
  let sum = 8 * 32;
  for (let at = 0; at < 512; at += 1) if (at < 148 || at >= 156) sum += buffer[at] ?? 0;
  return sum > 256 && sum === stated;
}

function sniffText(buffer: Buffer, head: string): FileKind {
  const start = head.replace(/^(?:\xEF\xBB\xBF)?\s*/, '');
  if (looksLikeMail(buffer)) return 'mail';
  if (/<(?:html|table|!doctype html)\b/i.test(start) && start.startsWith('<')) return 'html';
  if (/^<\?xml|^<[A-Za-z]+:?\w*[\s>]/.test(start)) return 'xml';
  return head.includes('\0') && !/^(?:\xFF\xFE|\xFE\xFF)/.test(head) ? 'unknown' : 'text';
}
