import { decodeText } from './decode-text.ts';
import { MAX_TEXT_BYTES, passPlainText } from './pass-plain-text.ts';
import { unescapeXstring } from './unescape-xstring.ts';
import { fail, isRange, isTag, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/**
 * Text of the `si` or `is` element reported last: all runs joined, phonetic guides (`rPh`) left out.
 * Goes behind its closing tag.
 */
export function readRichText(scan: XmlScan): string {
  if (scan.empty) return '';
  const plain = readPlainText(scan);
  if (plain !== undefined) return unescapeXstring(plain);
  const depth = scan.depth;
  let text = '';
  while (nextTag(scan)) {
    if (scan.closing) {
      if (scan.depth === depth) break;
    } else if (isTag(scan, 'rPh') || isTag(scan, 'rPr')) skipElement(scan);
    else if (isTag(scan, 't') && !scan.empty) text += readLeaf(scan);
    if (text.length > MAX_TEXT_BYTES) fail(scan, 'long-text');
  }
  return unescapeXstring(text);
}

const PRESERVED = '<t xml:space="preserve">';

/** `<t>…</t></si>` and nothing else, which nearly every text is; undefined for anything other. */
function readPlainText(scan: XmlScan): string | undefined {
  const { bytes } = scan;
  let start = scan.at;
  if (isRange(bytes, start, start + 3, '<t>')) start += 3;
  else if (isRange(bytes, start, start + PRESERVED.length, PRESERVED)) start += PRESERVED.length;
  else return undefined;
  const shared = passPlainText(scan, start, '</t></si>');
  const end = shared < 0 ? passPlainText(scan, start, '</t></is>') : shared;
  return end < 0 ? undefined : decodeText(bytes, start, end);
}

function readLeaf(scan: XmlScan): string {
  const start = scan.at;
  skipElement(scan);
  if (scan.textEnd - start > MAX_TEXT_BYTES) fail(scan, 'long-text');
  return scan.fault === undefined ? decodeText(scan.bytes, start, scan.textEnd) : '';
}
