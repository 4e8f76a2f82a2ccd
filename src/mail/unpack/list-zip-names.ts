const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_ENTRY = 0x04034b50;
const MAX_NAMES = 4_000;

/**
 * Names in a zip as its central directory gives them (latin1), or, when that is damaged, as the local
 * headers do. Only for telling packages from containers; nothing is inflated.
 */
export function listZipNames(buffer: Buffer): string[] {
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names: string[] = [];
  if (end >= 0 && end + 22 <= buffer.length && buffer.readUInt32LE(end) === END_OF_DIRECTORY) {
    let at = buffer.readUInt32LE(end + 16);
    while (at + 46 <= buffer.length && buffer.readUInt32LE(at) === CENTRAL_ENTRY && names.length < MAX_NAMES) {
      const length = buffer.readUInt16LE(at + 28);
      names.push(buffer.subarray(at + 46, at + 46 + length).toString('latin1'));
      at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    }
  }
  return names.length > 0 ? names : localNames(buffer);
}

function localNames(buffer: Buffer): string[] {
  const signature = Buffer.from('PK\x03\x04', 'latin1');
  const names: string[] = [];
  for (
    let at = buffer.indexOf(signature);
    at >= 0 && names.length < MAX_NAMES;
    at = buffer.indexOf(signature, at + 4)
  ) {
    if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL_ENTRY) break;
    names.push(buffer.subarray(at + 30, at + 30 + buffer.readUInt16LE(at + 26)).toString('latin1'));
  }
  return names;
}
