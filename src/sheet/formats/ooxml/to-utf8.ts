import { isUtf8 } from 'node:buffer';

/**
 * The bytes of an XML part as UTF-8 without a byte order mark, or undefined when they are in no encoding we can prove.
 * UTF-16 needs a mark or the pattern of `<?` (XML 1.0, appendix F); a declared GB encoding is believed, nothing is guessed.
 */
export function toUtf8(bytes: Buffer): Buffer | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return toUtf8(bytes.subarray(3));
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) {
    return recode(bytes, 'utf-16le');
  }
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) {
    return recode(bytes, 'utf-16be');
  }
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/u.exec(bytes.toString('latin1', 0, 200))?.[1];
  if (declared !== undefined && /^gb/iu.test(declared)) return recode(bytes, 'gb18030');
  return isUtf8(bytes) ? bytes : undefined;
}

function recode(bytes: Buffer, encoding: string): Buffer | undefined {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), 'utf8');
  } catch {
    return undefined;
  }
}
