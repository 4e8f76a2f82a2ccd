import { deflateRawSync } from 'node:zlib';
import { plain, writeSevenZip } from '../mail/unpack/write-seven-zip.ts';

/** Each holds this, packed beforehand, so that no program is needed to make it. */
const CSV = Buffer.from('序号,姓名\n1,李测试\n2,王测试\n');
const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

const XZ = base64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAl5bqP5Y+3LOWnk+WQjQoxLOadjua1i+ivlQoyLOeOi+a1i+ivlQoAAAB5jJcmtG3TJQABPiarK06zH7bzfQEAAAAABFla',
);
const XZ_BLOCKS = base64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAP5bqP5Y+3LOWnk+WQjQoxLAD9RKAQDJZ0/QIAIQEWAAAAdC/lowEAD+adjua1i+ivlQoyLOeOi+YAQbu+hcLtZmgCACEBFgAAAHQv5aMBAAW1i+ivlQoAAADaA6sDlC0eagADKBAoEB4GZmtXm7HEZ/sCAAAAAARZWg==',
);
const BZIP2 = base64(
  'QlpoMTFBWSZTWR/i3rsAAA/YeQAQAAQwAAALygIAgIKQA8AgACGpoaANDEKBpoZGTEPA4dDFuDLIql5Q0nEQ0idkJHiQ+LuSKcKEgP8W9dg=',
);
const LZMA = base64('AHKuje5UgYzQnlcZ4OwKhnGG1+0nfUbsTUGBdTiPbv1nTfJttZYO///9NRAA');
/** One file, LZMA2, with a plain header. */
const SEVEN_ZIP = base64(
  'N3q8ryccAASNwWtCDAAAAAAAAABGAAAAAAAAAIdAOhkBAAdhLGIKMSwyCgABBAYAAQkMAAcLAQABISEBAAwIAAgKAXsHlwoAAAUBGQwAAAAAAAAAAAAAAAARDQBhAC4AYwBzAHYAAAAVBgEAIICkgQAA',
);
/** A folder of files, solid, LZMA, with a packed header. */
const SEVEN_ZIP_PACKED = base64(
  'N3q8ryccAAQTOEonmAAAAAAAAAAhAAAAAAAAACfzPfoAcq6N7lSBjNCeVxng7AqGcYbX7Sd9RuxNQYF1OI9u/WdN8m23hAGw8mAAAACBMweuD9C1KPyfP0dBWNb+Amolymxs1zf43OFSr6WZWawacNddVU8dctvk2BunkhOJVgpe2R1PmhzyWFbaUi+nIN5D4XBt0voQsz2kiKMCZCVHgZFCiHMOFi8k80NQQ8Jsn/cy7KgteAAAABcGKwEJbQAHCwEAASMDAQEFXQAQAAAMgIoKAQdhWQ8AAA==',
);
/** A folder of each kind of coder, and an empty file. */
const SEVEN_ZIP_CODERS = writeSevenZip(
  [
    { coders: [['030101', '5d00000100']], packed: LZMA, files: [CSV] },
    { coders: [['040202']], packed: BZIP2, files: [CSV] },
    {
      coders: [['040108'], ['03', '00'], ['03030103']],
      packed: deflateRawSync(Buffer.alloc(300)),
      files: [Buffer.alloc(300)],
    },
    plain(CSV, CSV),
  ],
  ['各县/a.csv', 'b.csv', '零.bin', 'c.csv', '各县/d.csv', '空.txt'],
);

/** Seeds by name; those whose name begins with 7z get right checksums again when they have been spoiled. */
export const PACKED_SEEDS: Readonly<Record<string, Buffer>> = {
  '7z': SEVEN_ZIP,
  '7z-packed-header': SEVEN_ZIP_PACKED,
  '7z-coders': SEVEN_ZIP_CODERS,
  xz: XZ,
  'xz-blocks': XZ_BLOCKS,
  bzip2: BZIP2,
};
