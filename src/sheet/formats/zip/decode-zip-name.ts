const UTF8_FLAG = 0x800;

/**
 * Name of a zip entry. Chinese archivers write GBK without any flag, others UTF-8 without the flag,
 * so the flag decides first, valid UTF-8 second, GB18030 last. (APPNOTE 6.3.10, appendix D.)
 */
export function decodeZipName(bytes: Uint8Array, flags: number): string {
  if ((flags & UTF8_FLAG) !== 0) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
