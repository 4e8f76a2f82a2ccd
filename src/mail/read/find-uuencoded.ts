import type { Entry } from '../unpack/entry.ts';

const MAX_BLOCKS = 50;
const BEGIN = /^begin(?:-base64)? 0?[0-7]{3} (.{1,255})$/;

/** Files written into the letter as uuencode (POSIX), and the letter without them. A block without end stays text. */
export function findUuencoded(text: string): { readonly entries: readonly Entry[]; readonly rest: string } {
  if (!/^begin(?:-base64)? 0?[0-7]{3} /m.test(text)) return { entries: [], rest: text };
  const entries: Entry[] = [];
  const rest: string[] = [];
  const lines = text.split(/\r?\n/);
  let attempts = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const name = BEGIN.exec(line)?.[1];
    if (name !== undefined) attempts += 1;
    const end = name === undefined || attempts > MAX_BLOCKS ? -1 : findEnd(lines, at + 1);
    if (name === undefined || end < 0) {
      rest.push(line);
      continue;
    }
    const body = lines.slice(at + 1, end);
    const bytes = line.startsWith('begin-base64') ? Buffer.from(body.join(''), 'base64') : decodeLines(body);
    entries.push({ name: name.trim(), bytes });
    at = end;
  }
  return { entries, rest: rest.join('\n') };
}

function findEnd(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === 'end' || line === '====') return at;
    if (line.length > 90) return -1;
  }
  return -1;
}

function decodeLines(lines: readonly string[]): Uint8Array {
  const pieces: Buffer[] = [];
  for (const line of lines) {
    if (line === '' || line === '`') continue;
    pieces.push(decodeLine(line));
  }
  return Buffer.concat(pieces);
}

/** Four characters hold three bytes; the first character of a line says how many bytes it holds. */
function decodeLine(line: string): Buffer {
  const length = sixBits(line, 0);
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let at = 1, to = 0; to < bytes.length; at += 4, to += 3) {
    const group =
      (sixBits(line, at) << 18) | (sixBits(line, at + 1) << 12) | (sixBits(line, at + 2) << 6) | sixBits(line, at + 3);
    bytes.writeUIntBE(group, to, 3);
  }
  return bytes.subarray(0, length);
}

function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
}
