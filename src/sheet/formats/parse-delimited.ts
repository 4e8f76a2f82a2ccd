import { BOUNDS } from './bounds.ts';

/** One field of a delimited text; `quoted` fields are text whatever they look like. */
export interface DelimitedField {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Splits delimited text into records (RFC 4180, and what people make of it: any line end, quotes in the middle of a bare
 * field, a quote that closes nowhere is a plain character).
 * A record with more columns than a sheet can have is the last one given. `onRecord` returns false to stop early.
 */
export function parseDelimited(
  text: string,
  separator: string,
  onRecord: (fields: readonly DelimitedField[]) => boolean,
): void {
  let fields: DelimitedField[] = [];
  let at = 0;
  while (at < text.length) {
    const close = text[at] === '"' ? closingQuote(text, at + 1, separator) : -1;
    const end = close === -1 ? endOfField(text, at, separator) : close + 1;
    fields.push(
      close === -1
        ? { text: text.slice(at, end), quoted: false }
        : { text: text.slice(at + 1, close).replaceAll('""', '"'), quoted: true },
    );
    at = end + 1;
    const full = fields.length > BOUNDS.columns;
    if (text[end] === separator && at < text.length && !full) continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    if (!onRecord(fields) || full) return;
    fields = [];
  }
}

/** Where the quoted field ends, or -1: its quote must be followed by a separator or a line end, else it is no quoting. */
function closingQuote(text: string, from: number, separator: string): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"' && at - from < BOUNDS.cellChars) at = text.indexOf('"', at + 2);
  if (at === -1) return -1;
  const next = text[at + 1];
  return next === undefined || next === separator || next === '\r' || next === '\n' ? at : -1;
}

function endOfField(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === separator || character === '\n' || character === '\r') return at;
  }
  return text.length;
}
