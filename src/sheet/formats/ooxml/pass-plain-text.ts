import { isRange, type XmlScan } from './xml-scan.ts';

/** A text beyond this is no cell that a person filled in (the programs themselves stop at 32,767 characters). */
export const MAX_TEXT_BYTES = 1024 * 1024;

/**
 * Goes from `start` behind a text without any markup and the two tags that close it and what it stands in, when they are
 * `closing`. Returns where the text ends; -1, with nothing read, for anything other.
 */
export function passPlainText(scan: XmlScan, start: number, closing: string): number {
  const { bytes } = scan;
  const stop = Math.min(bytes.length, start + MAX_TEXT_BYTES);
  let at = start;
  while (at < stop && bytes[at] !== 0x3c) at += 1;
  if (!isRange(bytes, at, at + closing.length, closing)) return -1;
  scan.at = at + closing.length;
  scan.level -= 1;
  return at;
}
