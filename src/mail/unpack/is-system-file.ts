import type { Entry } from './entry.ts';
import type { FileKind } from './sniff.ts';

/** A picture in the letter up to this size is a signature or logo; a scan of a table is larger. */
const INLINE_PICTURE = 100 * 1024;
const SMALL_PICTURE = 10 * 1024;
const DETACHED_SIGNATURE = 20 * 1024;
const SYSTEM_PATH = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** Files that programs add by themselves and that no one has to answer for. */
export function isSystemFile(entry: Entry, kind: FileKind): boolean {
  if (kind === 'vcard' || kind === 'calendar') return true;
  if (kind === 'signature') return entry.bytes.length <= DETACHED_SIGNATURE;
  if (kind === 'image') return entry.bytes.length <= (entry.inline ? INLINE_PICTURE : SMALL_PICTURE);
  return SYSTEM_PATH.test(entry.name);
}
