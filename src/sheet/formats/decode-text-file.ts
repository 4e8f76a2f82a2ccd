import type { Decoded } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './read-delimited.ts';
import { readHtml } from './read-html.ts';
import { readOpenDocument } from './read-open-document.ts';
import { readXmlSpreadsheet } from './read-xml-spreadsheet.ts';
import { refuse } from './refusals.ts';

/** Decodes a text file by what it says: SpreadsheetML 2003, flat OpenDocument, HTML, or text with separators. */
export function decodeTextFile(bytes: Uint8Array): Decoded {
  if (bytes.length > BOUNDS.textBytes) return refuse('file/too-large');
  const decoded = decodeText(bytes);
  if (!decoded) return refuse('file/not-workbook');
  const { text } = decoded;
  const traits = decoded.damaged ? ['damaged-text'] : [];
  const head = text.slice(0, 8_192).trimStart();
  if (/^MIME-Version:/i.test(head)) return refuse('file/web-archive');
  if (!head.startsWith('<')) return looksBinary(text) ? refuse('file/not-workbook') : readDelimited(text, traits);
  if (/<!ENTITY/i.test(text)) return refuse('file/unsafe-xml');
  const root = /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]/
    .exec(head.replace(/<!--[\s\S]*?-->/g, ''))?.[2]
    ?.toLowerCase();
  if (root === 'workbook') return readXmlSpreadsheet(text, traits);
  if (root === 'document' && head.includes('opendocument')) return readOpenDocument(text, 'fods');
  if (/<table[\s>]/i.test(text)) return readHtml(text, 'html', traits);
  return refuse(root === 'html' ? 'file/no-table' : 'file/not-workbook');
}

/** Control characters that no text has mean: binary data that happened to decode. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (const character of text.slice(0, 4_096)) if (/[\0-\x08\x0e-\x1a\x7f]/.test(character)) controls++;
  return controls > 8;
}
