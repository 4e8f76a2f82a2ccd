/** Zero-width, directional, soft-hyphen, BOM, tag and control characters: nothing a person could see. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: a class of single code points is meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

/** Removes characters that cannot be seen; tabs and line breaks stay. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
