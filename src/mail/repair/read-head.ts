import { decodeText, isPlain } from './decode-text.ts';
import { readParameters, type StructuredHeader } from './parameters.ts';

/** One header, unfolded, its bytes decoded but its encoded words still in place. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Bytes of one header block and headers in it that are looked at. */
const HEAD_BYTES = 1024 * 1024;
const HEADERS = 500;

/**
 * Headers of a block in their order. Every header is decoded by itself, so that raw 8-bit GBK in one
 * does not harm UTF-8 in another. A line that is no header is left out.
 */
export function readHead(head: Buffer): Header[] {
  const headers: Header[] = [];
  const text = head.subarray(0, HEAD_BYTES).toString('latin1');
  for (const line of text.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon < 1 || !/^[!-9;-~]+$/.test(name)) continue;
    headers.push({ name, value: textOf(line.slice(colon + 1)).trim() });
    if (headers.length >= HEADERS) break;
  }
  return headers;
}

/** `bytes`: one character a byte. */
function textOf(bytes: string): string {
  return isPlain(bytes) ? bytes : decodeText(Buffer.from(bytes, 'latin1'), '');
}

/** Value of the first header of that name (lower case), '' when there is none. */
export function headerOf(headers: readonly Header[], name: string): string {
  return findHeader(headers, name)?.value ?? '';
}

function findHeader(headers: readonly Header[], name: string): Header | undefined {
  return headers.find((header) => header.name.toLowerCase() === name);
}

/** Content-Type and the other structured headers, with decoded parameters. */
export function structuredHeader(headers: readonly Header[], name: string): StructuredHeader {
  const header = findHeader(headers, name);
  return header ? parametersOf(header) : ABSENT;
}

const ABSENT = readParameters('');

/** The parameters of a header, read once: several ask for those of one mail. */
export function parametersOf(header: Header): StructuredHeader {
  const known = READ.get(header);
  if (known) return known;
  const read = readParameters(header.value);
  READ.set(header, read);
  return read;
}

const READ = new WeakMap<Header, StructuredHeader>();
