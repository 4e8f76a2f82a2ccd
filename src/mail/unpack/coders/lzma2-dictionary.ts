/** Bytes of the dictionary that a property byte of LZMA2 stands for (xz file format 1.2.1, 5.3.1). */
export function lzma2Dictionary(property: number): number {
  return property > 39 ? 2 ** 32 - 1 : (2 | (property & 1)) * 2 ** ((property >> 1) + 11);
}
