/** Text of a file, and whether some characters could not be decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly damaged: boolean;
}

const DECLARED = /(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})/i;

/**
 * Decodes a text file of any producer: a byte order mark first, then UTF-16 by its zero bytes, then strict UTF-8, then the
 * charset the file declares (HTML meta, XML declaration) if it fits, then GB18030, which includes GBK and GB 2312.
 * A declaration is a claim: it is used only where it decodes without an error.
 * Returns undefined for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return loose('utf-8', bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return loose('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return loose('utf-16be', bytes.subarray(2));
  const wide = guessWide(bytes);
  if (wide === 'binary') return undefined;
  if (wide) return loose(wide, bytes);
  const utf8 = strict('utf-8', bytes) ?? strict('utf-8', withoutCutCharacter(bytes));
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', damaged: false };
  return decodeLegacy(bytes);
}

function decodeLegacy(bytes: Uint8Array): DecodedText | undefined {
  const declared = declaredEncoding(bytes);
  if (declared) {
    const text = strict(declared, bytes);
    if (text !== undefined) return { text, encoding: declared, damaged: false };
  }
  const text = strict('gb18030', bytes);
  if (text !== undefined) return { text, encoding: 'gb18030', damaged: false };
  const best = [loose('utf-8', bytes), loose('gb18030', bytes)].sort((a, b) => faults(a.text) - faults(b.text))[0];
  if (!best || faults(best.text) > Math.max(3, best.text.length / 100)) return undefined;
  return best;
}

/** A charset label of the first kilobyte that TextDecoder knows; the many names of GB 2312 all mean GB18030. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const label = DECLARED.exec(head)?.[1];
  if (!label || /^utf-?(?:8|16)/i.test(label)) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function loose(encoding: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: text.includes('\ufffd') };
}

function faults(text: string): number {
  return text.split('\ufffd').length - 1;
}

/** A download that was cut leaves half a character at the end. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back < bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}

/** UTF-16 without a mark: its separators, digits and line ends leave zero bytes on one side only. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536));
  let even = 0;
  let odd = 0;
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return undefined;
  const enough = head.length / 50;
  if (odd >= enough && even <= odd / 50) return 'utf-16le';
  if (even >= enough && odd <= even / 50) return 'utf-16be';
  return 'binary';
}
