import type { Random } from './random.ts';

type Change = (text: string, random: Random) => string;

/** Changes to XML: attributes, elements, references, entities. Text is latin1, so that any byte stays what it is. */
export const XML_CHANGES: readonly Change[] = [
  (text, random) => replaceOne(text, /\s[\w:]+="[^"]*"/g, '', random),
  (text, random) => replaceOne(text, /(?<=\s[\w:]+=")[^"]*(?=")/g, random.pick(STRANGE), random),
  (text, random) => replaceOne(text, /<[\w:]+(?:\s[^<>]*)?>/g, '', random),
  (text, random) => replaceOne(text, /<\/[\w:]+>/g, '', random),
  (text, random) => doubleOne(text, /<[\w:]+(?:\s[^<>]*)?\/?>/g, random),
  (text, random) => replaceOne(text, /(?<=<\/?)[\w:]+/g, random.pick(['x', 'c', 'row', 'a:b', 'sheet', 'v']), random),
  (text, random) => replaceOne(text, /(?<=>)[^<>]+(?=<)/g, random.pick(STRANGE), random),
  (text, random) =>
    replaceOne(
      text,
      /(?<=")[A-Z]+\d+(?=")/g,
      random.pick(['XFD1048576', 'ZZZZZZ1', 'A0', 'A99999999999', '1A', '']),
      random,
    ),
  (text) => `<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>${text}`,
  (text, random) => replaceOne(text, /(?<=encoding=")[^"]*/g, random.pick(LABELS), random),
];

/** Changes to mails: headers, charset labels, boundaries, transfer encodings. */
export const MAIL_CHANGES: readonly Change[] = [
  (text, random) => replaceOne(text, /(?<=charset="?)[\w-]+/gi, random.pick(LABELS), random),
  (text, random) => replaceOne(text, /(?<==\?)[\w-]+(?=\?[BQ]\?)/gi, random.pick(LABELS), random),
  (text, random) =>
    replaceOne(text, /(?<=boundary="?)[^"\r\n;]+/gi, random.pick(['', 'x', '-', 'b'.repeat(5000)]), random),
  (text, random) =>
    replaceOne(
      text,
      /(?<=Content-Transfer-Encoding: )\S+/gi,
      random.pick(['7bit', 'base64', 'quoted-printable', 'x-uuencode', '8bit', 'binary', '']),
      random,
    ),
  (text, random) =>
    replaceOne(
      text,
      /(?<=Content-Type: )[\w/+.-]+/gi,
      random.pick([
        'message/rfc822',
        'multipart/mixed',
        'text/html',
        'application/ms-tnef',
        'multipart/report',
        'message/delivery-status',
        'x',
      ]),
      random,
    ),
  (text, random) => doubleOne(text, /^[\w-]+: .*\r?\n/gm, random),
  (text, random) => replaceOne(text, /^[\w-]+: .*\r?\n/gm, '', random),
  (text, random) =>
    replaceOne(
      text,
      /(?<=^[\w-]+: ).*/gm,
      random.pick([...STRANGE, 'x'.repeat(100_000), ' \r\n'.repeat(2000)]),
      random,
    ),
  (text, random) => replaceOne(text, /\r\n/g, random.pick(['\n', '\r', '\r\n\r\n', '\0']), random),
  (text) => text.replaceAll('\r\n', '\n'),
  (text, random) =>
    replaceOne(
      text,
      /(?<=name=)"[^"]*"/gi,
      random.pick(['"../../etc/passwd"', '"a\\\\b\0.xlsx"', '""', '"=?x?B?=?="', 'x*0*=y']),
      random,
    ),
];

/** Changes to YAML: keys, values, indents, anchors. */
export const YAML_CHANGES: readonly Change[] = [
  (text, random) =>
    replaceOne(
      text,
      /(?<=: ).+$/gm,
      random.pick(['', '[]', '{}', '-1', '~', '"', "'", '&a [*a]', '!!binary x', '1e999', '2025-13-45', '__proto__']),
      random,
    ),
  (text, random) =>
    replaceOne(text, /^\s*[\w-]+(?=:)/gm, random.pick(['__proto__', 'constructor', 'x', '? a', '- b']), random),
  (text, random) => doubleOne(text, /^.*\n/gm, random),
  (text, random) => replaceOne(text, /^.*\n/gm, '', random),
  (text, random) => replaceOne(text, /^ +/gm, random.pick(['', '\t', ' ', '          ']), random),
  (text) =>
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n${text}`,
  (text, random) => replaceOne(text, /(?<=pattern: ).*/g, random.pick(["'(a+)+$'", "'('", "'[z-a]'"]), random),
];

const STRANGE = [
  '',
  '-1',
  '0',
  '99999999999999999999',
  '1e400',
  'NaN',
  '__proto__',
  '&#0;',
  '&#xD800;',
  '&b;',
  '../../x',
  '=1+1',
  '\0',
  'é'.repeat(40_000),
  '<',
];
const LABELS = ['utf-8', 'gb2312', 'gbk', 'utf-16', 'utf-16le', 'utf-7', 'iso-2022-cn', 'big5', 'us-ascii', 'x', ''];

function replaceOne(text: string, pattern: RegExp, by: string, random: Random): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = random.pick(found);
  return text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
}

function doubleOne(text: string, pattern: RegExp, random: Random): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = random.pick(found);
  const times = random.pick([1, 1, 1, 50, 5000]);
  return text.slice(0, one.index) + one[0].repeat(times) + text.slice(one.index);
}
