/**
 * The packages that read what others send, and what was found when their known weaknesses were looked up.
 * The advisory service of the registry did not answer (405). What is said of the larger packages rests on public issue
 * threads and advisories that could be searched on 2026-11-27; of the small ones on general knowledge, so that "nothing
 * found" proves little there. `npm audit --omit=dev` is to be run where it answers. For none of these versions is an
 * open advisory known that concerns what they are used for; 7z and bzip2 are read by code of this project
 * (src/mail/unpack/seven-zip, src/mail/unpack/coders) since the package for them held a 7-Zip with open advisories.
 * A changed version or a new package fails packages.test.ts until it has been looked up as well.
 */
export const DATA_PATH: Readonly<Record<string, string>> = {
  '@e965/xlsx': 'CVE-2023-30533 and CVE-2024-22363 are mended in 0.20.2; in the helper process',
  '@kenjiuno/msgreader': 'nothing found',
  'iconv-lite': 'nothing found',
  imapflow: 'nothing found for this version',
  mailparser: 'linkify-it from 5.0.2 and nodemailer from 9.0.1 on are mended; both are newer here',
  mammoth: 'CVE-2025-11849 is mended in 1.11.0; its xmldom 0.8.15 is the one with all mendings; in the helper process',
  'node-unrar-js':
    'no newer package, and it holds UnRAR 6.1.7, whose advisories are about recovery volumes (CVE-2023-40477, ' +
    'CVE-2026-14191), writing to disk (CVE-2022-48579) and the terminal (CVE-2024-33899): none of that code is reached, ' +
    'as archives are read from memory, one volume at a time; WebAssembly, no disk',
  'officecrypto-tool': 'crypto-js from 4.2.0 and xml2js from 0.5.0 on are mended; in the helper process',
  'tar-stream': 'nothing found',
  'word-extractor': 'nothing found; in the helper process',
  'xz-decompress':
    'holds XZ Embedded, for which nothing was found: CVE-2026-34743, CVE-2025-31115 and CVE-2024-3094 are about liblzma of ' +
    'XZ Utils, which shares no code with it; WebAssembly, no disk, a dictionary of 64 MiB at most, stopped at the budget',
  yauzl: 'CVE-2026-31988 is about 3.2.0 alone',
};

/** The other packages see only what the program or the office itself has written. */
export const OWN_DATA: Readonly<Record<string, string>> = {
  echarts: 'draws charts from counts',
  exceljs:
    'writes, never reads; its uuid 8.3.2 (GHSA-w5hq-g745-h8pq) is called without the buffer that the advisory is about',
  libsql: 'the ledger',
  marked: 'the letters of the office',
  nodemailer: 'mails of the program; CVE-2026-82659 is mended in 9.0.1',
  'xlsx-populate': 'encrypts finished workbooks; nothing else of it is loaded',
  yaml: 'campaign.yaml and forms; CVE-2026-33532 is mended in 2.8.3',
  yargs: 'the command line',
  zod: 'campaign.yaml and forms',
};

/** Everything that the packages on the data path bring along, as it was looked up. */
export const REVIEWED = `
  @e965/xlsx@0.20.3 @kenjiuno/decompressrtf@0.1.4 @kenjiuno/msgreader@1.28.0 @pinojs/redact@0.4.0
  @selderee/plugin-htmlparser2@0.12.0 @xmldom/xmldom@0.8.15 @zone-eu/mailsplit@5.4.30 adler-32@1.3.1 argparse@1.0.10
  atomic-sleep@1.0.0 b4a@1.9.0 bare-buffer@3.7.1 bare-events@2.9.2 bare-fs@4.8.4 bare-path@3.1.3 bare-stream@2.13.4
  bare-url@2.5.8 base64-js@1.5.1 buffer-crc32@0.2.13 cfb@1.2.2 core-util-is@1.0.3 crc-32@1.2.2 crypto-js@4.2.0
  deepmerge-ts@8.0.2 dingbat-to-unicode@1.0.2 dom-serializer@2.0.0 domelementtype@2.3.0 domhandler@5.0.3
  domutils@3.2.2 duck@0.1.12 encoding-japanese@2.5.0 entities@4.5.0 entities@7.0.1 events-universal@1.0.1
  fast-fifo@1.3.2 fd-slicer@1.1.0 he@1.2.0 html-to-text@10.0.1 htmlparser2@10.1.0 iconv-lite@0.6.3 iconv-lite@0.7.3
  imapflow@2.10.2 immediate@3.0.6 inherits@2.0.4 ip-address@10.7.6 isarray@1.0.0 jszip@3.10.2 leac@0.7.0
  libbase64@1.4.1 libmime@5.6.4 libqp@3.0.1 lie@3.3.0 linkify-it@5.0.2 lop@0.4.2 mailparser@3.14.2 mammoth@1.13.0
  node-unrar-js@2.0.2 nodemailer@10.3.1 officecrypto-tool@0.0.19 on-exit-leak-free@2.1.2 option@0.2.4 pako@1.0.11
  parseley@0.13.1 peberminta@0.10.0 pend@1.2.0 pino-abstract-transport@3.0.0 pino-std-serializers@7.1.0 pino@10.3.1
  process-nextick-args@2.0.1 process-warning@5.1.1 punycode.js@2.3.1 quick-format-unescaped@4.0.4
  readable-stream@2.3.8 real-require@0.2.0 real-require@1.0.0 safe-buffer@5.1.2
  safe-stable-stringify@2.5.0 safer-buffer@2.1.2 sax@1.6.1 saxes@5.0.1 selderee@0.12.0 setimmediate@1.0.5
  smart-buffer@4.2.0 socks@2.8.10 sonic-boom@4.2.1 split2@4.2.0 sprintf-js@1.0.3 streamx@2.28.1 string_decoder@1.1.1
  tar-stream@3.2.2 teex@1.0.1 text-decoder@1.2.7 thread-stream@4.2.1 tlds@1.261.0 uc.micro@2.1.0 underscore@1.13.8
  util-deprecate@1.0.2 word-extractor@1.0.4 xml2js@0.6.2 xmlbuilder@10.1.1 xmlbuilder@11.0.1 xmlchars@2.2.0
  xz-decompress@0.2.3 yauzl@2.10.0 yauzl@3.4.0
`;
