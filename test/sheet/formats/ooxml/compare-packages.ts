import { outlineOf } from '../../../../src/sheet/formats/ooxml/edit/outline.ts';
import { readRelationships } from '../../../../src/sheet/formats/ooxml/read-relationships.ts';
import { toUtf8 } from '../../../../src/sheet/formats/ooxml/to-utf8.ts';
import { scanXml } from '../../../../src/sheet/formats/ooxml/xml-scan.ts';
import { openZip } from '../../../../src/sheet/formats/zip/open-zip.ts';

/** Parts that an edit may change; every other one keeps its bytes. */
const TOUCHED =
  /^(?:\[content_types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/worksheets\/(?:_rels\/)?sheet1\.xml(?:\.rels)?|xl\/(?:comments\/)?comments?\d\.xml|xl\/drawings\/(?:commentsdrawing1|vmldrawing1)\.vml)$/u;
/** Parts of a package by name in small letters. */
export type Parts = ReadonlyMap<string, Buffer>;

/** Reads all parts of a package. */
export function partsOf(bytes: Uint8Array): Parts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.refusal.text);
  const parts = new Map<string, Buffer>();
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (content.ok) parts.set(entry.name.replaceAll('\\', '/').toLowerCase(), content.bytes);
  }
  return parts;
}

/** Number of elements by name. */
function countElements(bytes: Buffer): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of outlineOf(toUtf8(bytes) ?? bytes, 60) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels|vml)$/u.test(name);
}

/** Parts that are not ours to change and did change, or are gone. */
export function changedParts(before: Parts, after: Parts): string[] {
  return [...before].flatMap(([name, content]) => {
    if (name.includes('vbaproject') || TOUCHED.test(name)) return [];
    return after.get(name)?.equals(content) === true ? [] : [`${name} changed`];
  });
}

/** Elements that became fewer in any part. */
export function lostElements(before: Parts, after: Parts): string[] {
  return [...before].flatMap(([name, content]) => {
    if (!isXml(name)) return [];
    const counts = countElements(after.get(name) ?? Buffer.from('<none/>'));
    const lower = [...countElements(content)].filter(([element, count]) => (counts.get(element) ?? 0) < count);
    return lower.map(([element]) => `${name} has fewer ${element}`);
  });
}

/** Parts that are not well formed, and new relationships to parts that do not exist. */
export function brokenParts(before: Parts, after: Parts): string[] {
  return [...after].flatMap(([name, content]) => {
    if (!isXml(name)) return [];
    const utf8 = toUtf8(content);
    if (utf8 === undefined || outlineOf(utf8, 60) === undefined) return [`${name} is not well formed`];
    if (!name.endsWith('.rels') || before.get(name)?.equals(content) === true) return [];
    const source = name.replace('_rels/', '').replace(/\.rels$/u, '');
    const targets = readRelationships(scanXml(utf8), source).filter((one) => !one.external);
    return targets.flatMap((one) => (after.has(one.target.toLowerCase()) ? [] : [`${name} → ${one.target}`]));
  });
}

/** XML of the fill of every addressed cell of a sheet, the first one unless told. */
export function fillsByCell(parts: Parts, part = 'xl/worksheets/sheet1.xml'): Map<string, string> {
  const styles = parts.get('xl/styles.xml') ?? Buffer.alloc(0);
  const listed = new Map<string, string[]>();
  let list = '';
  for (const { depth, name, start, end } of outlineOf(styles, 3) ?? []) {
    if (depth === 2) list = name;
    else if (depth === 3) listed.set(list, [...(listed.get(list) ?? []), styles.toString('utf8', start, end)]);
  }
  const sheet = parts.get(part) ?? Buffer.alloc(0);
  const fills = new Map<string, string>();
  for (const { name, attributes } of outlineOf(sheet, 4) ?? []) {
    if (name !== 'c') continue;
    const style = listed.get('cellXfs')?.[Number(attributes.get('s')?.value ?? 0)] ?? '';
    const fill = Number(/fillId="(\d+)"/u.exec(style)?.[1] ?? 0);
    fills.set(attributes.get('r')?.value ?? '', listed.get('fills')?.[fill] ?? '');
  }
  return fills;
}
