/** What the first bytes say. `text` still has to be decoded to tell csv, html and xml apart. */
export type Sniffed =
  | 'empty'
  | 'zip'
  | 'compound'
  | 'biff'
  | 'pdf'
  | 'picture'
  | 'media'
  | 'program'
  | 'archive'
  | 'rtf'
  | 'text';

const MAGIC: readonly (readonly [hex: string, kind: Sniffed])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['d0cf11e0a1b11ae1', 'compound'],
  ['09000400', 'biff'],
  ['09000600', 'biff'],
  ['09020600', 'biff'],
  ['09040600', 'biff'],
  ['09080800', 'biff'],
  ['09081000', 'biff'],
  ['ffd8ff', 'picture'],
  ['89504e47', 'picture'],
  ['474946383761', 'picture'],
  ['474946383961', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['d7cdc69a', 'picture'],
  ['38425053', 'picture'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['28b52ffd', 'archive'],
  ['789f3e22', 'archive'],
  ['7b5c727466', 'rtf'],
  ['7f454c46', 'program'],
  ['cafebabe', 'program'],
  ['4c0000000114020000', 'program'],
  ['494433', 'media'],
  ['4f676753', 'media'],
  ['664c6143', 'media'],
  ['1a45dfa3', 'media'],
  ['464c5601', 'media'],
  ['000001ba', 'media'],
  ['3026b2758e66cf11', 'media'],
  ['2321414d52', 'media'],
];

/** Names the family of a file by its first bytes, whatever it is called. */
export function sniffFormat(bytes: Uint8Array): Sniffed {
  if (isBlank(bytes)) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const hex = head.toString('hex', 0, 16);
  for (const [magic, kind] of MAGIC) {
    if (hex.startsWith(magic)) return kind;
  }
  const latin = head.toString('latin1');
  if (latin.includes('%PDF-')) return 'pdf';
  if (latin.startsWith('RIFF')) return latin.startsWith('WEBP', 8) ? 'picture' : 'media';
  if (latin.startsWith('ftyp', 4)) return /^(?:hei|hev|mif|msf|avif|avis)/.test(latin.slice(8)) ? 'picture' : 'media';
  if (latin.startsWith('BM') && looksLikeBitmap(head)) return 'picture';
  if (latin.startsWith(' EMF', 40)) return 'picture';
  if (latin.startsWith('MZ') && /[\0-\x08]/.test(latin.slice(2, 64))) return 'program';
  if (latin.startsWith('ustar', 257)) return 'archive';
  return 'text';
}

function looksLikeBitmap(head: Buffer): boolean {
  return head.length > 18 && head.readUInt32LE(6) === 0 && head.readUInt32LE(14) <= 124;
}

/** Nothing but zero bytes and white space, as a failed download leaves. */
function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte !== 0 && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return false;
  }
  return true;
}
