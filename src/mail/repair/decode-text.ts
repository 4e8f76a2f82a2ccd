const GB_LABELS =
  /^(?:x-)?(?:gb[_-]?2312(?:[_-]?80)?|gb[_-]?18030|gbk|cp[_-]?936|ms[_-]?936|windows-936|chinese|csgb2312|euc-cn)$/i;
const CLAIMS_OTHER_SCRIPT =
  /^(?:big5|big5-hkscs|x-x-big5|cp950|euc-tw|shift_jis|sjis|euc-jp|iso-2022-[a-z]+|euc-kr|ks_c_5601-1987|utf-16(?:le|be)?|koi8-[ru])$/i;

/** Share of CJK among the non-ASCII characters from which a guess counts as Chinese. */
const CHINESE_SHARE = 0.7;

/**
 * Text of bytes whose charset label may be wrong, missing or unknown. GB2312 and GBK are read as
 * GB18030, which contains both; a label that the bytes contradict loses against UTF-8, then GB18030.
 */
export function decodeText(bytes: Uint8Array, label: string): string {
  const named = label.trim().replace(/^["']|["']$/g, '');
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (isPlain(plain)) return plain;
  if (CLAIMS_OTHER_SCRIPT.test(named)) {
    const own = decodeStrictly(bytes, named);
    if (own !== undefined) return own;
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined && (!GB_LABELS.test(named) || isChinese(utf8))) return utf8;
  const gb = decodeStrictly(bytes, 'gb18030');
  if (gb !== undefined && (GB_LABELS.test(named) || isChinese(gb))) return gb;
  return leastDamaged(bytes, named);
}

/** True for bytes, one character each, that are the same text in every charset: ASCII without the switches of ISO 2022. */
export function isPlain(bytes: string): boolean {
  return !/[^\u0000-\u007F]|\u001B/.test(bytes);
}

/** The text when every byte is valid in the charset, otherwise undefined (also for unknown charsets). */
export function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True when the text has no character beyond ASCII, or most of those are Chinese characters and punctuation. */
function isChinese(text: string): boolean {
  const foreign = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0;
  if (foreign === 0) return true;
  const chinese = text.match(/[\u2010-\u2027\u2030\u3000-\u303F\uFF00-\uFFEF\p{Script=Han}]/gu)?.length ?? 0;
  return chinese / foreign >= CHINESE_SHARE;
}

/** Bytes that fit nothing strictly: a cut or damaged text, in the charset that leaves the fewest holes. */
function leastDamaged(bytes: Uint8Array, label: string): string {
  const candidates = [GB_LABELS.test(label) ? 'gb18030' : label, 'utf-8', 'gb18030', 'windows-1252'];
  let best = '';
  let bestHoles = Number.POSITIVE_INFINITY;
  for (const charset of candidates) {
    const text = decodeLoosely(bytes, charset);
    if (text === undefined) continue;
    const holes =
      (text.match(/\uFFFD/g)?.length ?? 0) + (charset === 'windows-1252' && !isLatin(label) ? text.length : 0);
    if (holes < bestHoles) [best, bestHoles] = [text, holes];
  }
  return best;
}

function isLatin(label: string): boolean {
  return /^(?:iso-8859-\d+|windows-125\d|latin1)$/i.test(label);
}

function decodeLoosely(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}
