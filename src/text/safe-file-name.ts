const LONGEST = 80;
/** Names of devices, whatever extension follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?: *\.|$)/i;

/**
 * A name that every file system takes, Windows included: no separators, no control characters, no name of a device, no
 * dot or space at the end, at most 80 characters (UTF-16 units).
 */
export function safeFileName(name: string): string {
  const clean = cut(name.replace(/[\\/:*?"<>|\u0000-\u001F]/g, '_'));
  if (clean === '') return '_';
  return DEVICE.test(clean) ? cut(`_${clean}`) : clean;
}

/** Cuts where no half of a character, no dot and no space is left at the end. */
function cut(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[. ]+$/, '');
}
