/** Zero-width, directional, soft-hyphen, BOM, tag and control characters: nothing a person could see. */
const INVISIBLE = [
  [0x0000, 0x0008],
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
] as const;

function hex(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

const PATTERN = new RegExp(`[${INVISIBLE.map(([from, to]) => `${hex(from)}-${hex(to)}`).join('')}]`, 'gu');

/** Removes characters that cannot be seen; tabs and line breaks stay. */
export function stripInvisible(text: string): string {
  return text.replace(PATTERN, '');
}
