/** A winmail.dat with attachments, written by hand after [MS-OXTNEF]. */
export function writeTnef(
  files: readonly { readonly title: Buffer; readonly longName?: string; readonly data: Buffer }[],
): Buffer {
  const pieces: Buffer[] = [Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0x01, 0x00])];
  for (const file of files) {
    pieces.push(attribute(0x00069002, Buffer.alloc(14)));
    pieces.push(attribute(0x00018010, Buffer.concat([file.title, Buffer.from([0])])));
    pieces.push(attribute(0x0006800f, file.data));
    if (file.longName !== undefined) pieces.push(attribute(0x00069005, longName(file.longName)));
  }
  return Buffer.concat(pieces);
}

function attribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head[0] = 2;
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

function longName(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(1, 0);
  head.writeUInt16LE(0x001f, 4);
  head.writeUInt16LE(0x3707, 6);
  head.writeUInt32LE(1, 8);
  head.writeUInt32LE(text.length, 12);
  return Buffer.concat([head, text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
}
