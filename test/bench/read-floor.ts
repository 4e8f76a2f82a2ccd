/**
 * The floor of reading: unzip with zlib and one pass over the XML that sees every cell and every shared string, and
 * keeps nothing else. `read-floor.ts <file>` prints its cost as JSON.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const DIRECTORY_END = 0x06054b50;

function unzip(archive: Buffer, wanted: string): string {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (archive.readUInt32LE(end) !== DIRECTORY_END) throw new Error('no zip');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const header = archive.readUInt32LE(at + 42);
      const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString('utf8');
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`no ${wanted}`);
}

const file = readFileSync(process.argv[2] ?? '');
const start = performance.now();
const strings: string[] = [];
for (const match of unzip(file, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)) strings.push(match[1] ?? '');
let cells = 0;
for (const match of unzip(file, 'xl/worksheets/sheet1.xml').matchAll(/<c ([^>]*)><v>([^<]*)<\/v>/g)) {
  const text = match[1]?.includes('t="s"') ? strings[Number(match[2])] : match[2];
  if (text !== undefined) cells += 1;
}
const milliseconds = performance.now() - start;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ milliseconds, peakMegabytes, cells }));
