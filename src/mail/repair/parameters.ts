import { decodeText } from './decode-text.ts';
import { decodeWords } from './decode-words.ts';

/** A structured header: `multipart/mixed; boundary=…`. Parameter names are lower case, values decoded. */
export interface StructuredHeader {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

interface Segment {
  readonly index: number;
  readonly encoded: boolean;
  readonly text: string;
}

const PARAMETER = /;\s*([^=;\s"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^;]*))/g;
const MAX_PARAMETERS = 200;

/**
 * Reads a structured header with everything that is found in the wild: RFC 2231 continuations and charsets,
 * RFC 2047 words inside quotes or bare, both at once, percent encoding without the star, raw bytes.
 * `header` is the text after the colon, unfolded.
 */
export function readParameters(header: string): StructuredHeader {
  const value = (/^[^;]*/.exec(header)?.[0] ?? '').trim();
  const plain = new Map<string, string>();
  const segments = new Map<string, Segment[]>();
  let count = 0;
  for (const [, rawName = '', quoted, bare = ''] of header.matchAll(PARAMETER)) {
    count += 1;
    if (count > MAX_PARAMETERS) break;
    const name = rawName.toLowerCase();
    const text = quoted === undefined ? bare.trim().replace(/^"/, '') : quoted.replace(/\\(["\\])/g, '$1');
    const star = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(name);
    if (!star?.[1]) {
      if (!plain.has(name)) plain.set(name, text);
      continue;
    }
    const list = segments.get(star[1]) ?? [];
    const index = star[2] === undefined ? -1 : Number(star[2]);
    list.push({ index, encoded: star[2] === undefined || star[3] !== undefined, text });
    segments.set(star[1], list);
  }
  const parameters = new Map<string, string>();
  for (const [name, text] of plain) parameters.set(name, decodePlain(text));
  for (const [name, list] of segments) {
    const text = decodeSegments(list);
    if (!text.includes('\uFFFD') || !parameters.has(name)) parameters.set(name, text);
  }
  return { value, parameters };
}

function decodePlain(text: string): string {
  const words = decodeWords(text);
  if (!/%[0-9A-Fa-f]{2}/.test(words)) return words;
  const decoded = decodeText(percentBytes(words), '');
  return /[^\u0000-\u007F]/.test(decoded) && !decoded.includes('\uFFFD') ? decoded : words;
}

function decodeSegments(segments: readonly Segment[]): string {
  const sorted = segments.toSorted((a, b) => a.index - b.index);
  let charset = '';
  const pieces: Buffer[] = [];
  for (const [position, segment] of sorted.entries()) {
    let text = segment.text;
    if (position === 0 && segment.encoded) {
      const parts = /^([^']*)'[^']*'([\s\S]*)$/.exec(text);
      charset = parts?.[1] ?? '';
      text = parts?.[2] ?? text;
    }
    pieces.push(segment.encoded ? percentBytes(text) : Buffer.from(text));
  }
  return decodeWords(decodeText(Buffer.concat(pieces), charset));
}

function percentBytes(text: string): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const match of text.matchAll(/%([0-9A-Fa-f]{2})/g)) {
    pieces.push(Buffer.from(text.slice(from, match.index)), Buffer.from(match[1] ?? '', 'hex'));
    from = match.index + 3;
  }
  pieces.push(Buffer.from(text.slice(from)));
  return Buffer.concat(pieces);
}
