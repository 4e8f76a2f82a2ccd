import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

/** A minimal Outlook .msg with one attachment ([MS-OXMSG]). */
export function writeMsg(name: string, data: Buffer): Buffer {
  const title = Buffer.from(name, 'utf16le');
  const stream = (label: string, content: Buffer) => ({
    name: label,
    type: TypeEnum.DOCUMENT,
    length: content.length,
    binaryProvider: () => Uint8Array.from(content),
  });
  const bytes = burn([
    { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [1, 2] },
    stream('__properties_version1.0', Buffer.alloc(32)),
    { name: '__attach_version1.0_#00000000', type: TypeEnum.DIRECTORY, length: 0, children: [3, 4, 5] },
    stream('__properties_version1.0', Buffer.alloc(8)),
    stream('__substg1.0_3707001F', title),
    stream('__substg1.0_37010102', data),
  ]);
  return Buffer.from(bytes);
}

/** The same with a directory whose chain of sectors leads back to its own start. */
export function writeLoopingMsg(name: string, data: Buffer): Buffer {
  const bytes = writeMsg(name, data);
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  const directory = bytes.readUInt32LE(48);
  bytes.writeUInt32LE(directory, table + directory * 4);
  return bytes;
}
