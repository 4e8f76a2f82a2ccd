import { decodeText } from './decode-text.ts';

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;
const RUN = /=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=(?:\s*=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=)*/gi;

/**
 * Decodes every encoded word (RFC 2047) of a text. Neighbouring words of one charset are joined as bytes
 * first, because many clients split them inside a character; wrong labels are seen through.
 */
export function decodeWords(text: string): string {
  return text.includes('=?') ? text.replace(RUN, decodeRun) : text;
}

/** Writes every run of encoded words again: right label, whole characters, at most 75 characters a word. */
export function rewriteWords(text: string): string {
  return text.includes('=?') ? text.replace(RUN, (run) => encodeWords(decodeRun(run))) : text;
}

/** UTF-8 encoded words of a text, separated by blanks. */
export function encodeWords(text: string): string {
  const words: string[] = [];
  let chunk = '';
  let length = 0;
  for (const character of text) {
    const more = Buffer.byteLength(character);
    if (length + more > 45) {
      words.push(chunk);
      chunk = '';
      length = 0;
    }
    chunk += character;
    length += more;
  }
  if (chunk !== '' || words.length === 0) words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

function decodeRun(run: string): string {
  let text = '';
  let pending: Buffer[] = [];
  let label = '';
  for (const [, charset = '', encoding = '', payload = ''] of run.matchAll(WORD)) {
    const plain = charset.replace(/\*.*$/, '').toLowerCase();
    if (plain !== label && pending.length > 0) {
      text += decodeText(Buffer.concat(pending), label);
      pending = [];
    }
    label = plain;
    pending.push(decodeWord(encoding, payload));
  }
  return text + decodeText(Buffer.concat(pending), label);
}

function decodeWord(encoding: string, payload: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(payload, 'base64');
  const spaced = payload.replaceAll('_', ' ');
  const decoded = spaced.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, isByteText(decoded) ? 'latin1' : 'utf8');
}

function isByteText(text: string): boolean {
  return !/[^\u0000-\u00FF]/.test(text);
}
