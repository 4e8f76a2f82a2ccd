import type { Refusal } from '../../grid.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { corruptFile } from '../zip/zip-refusals.ts';
import { type Relationship, readRelationships, relationshipsOf } from './read-relationships.ts';
import { refuseXml } from './refuse-xml.ts';
import { toUtf8 } from './to-utf8.ts';
import { scanXml, type XmlScan } from './xml-scan.ts';

export type Scanned =
  | { readonly ok: true; readonly scan: XmlScan; readonly part: string }
  | { readonly ok: false; readonly refusal: Refusal };

export type Related =
  | { readonly ok: true; readonly relationships: readonly Relationship[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Inflates an XML part and starts a scan over it; a missing or unreadable part is a refusal. */
export function scanPart(zip: ZipArchive, name: string): Scanned {
  const entry = zip.find(name) ?? zip.find(unescapeName(name));
  if (entry === undefined) return { ok: false, refusal: corruptFile(`缺少内部文件 ${name}`) };
  const content = zip.read(entry);
  if (!content.ok) return content;
  const bytes = toUtf8(content.bytes);
  if (bytes === undefined) return { ok: false, refusal: corruptFile(`内部文件 ${name} 的编码无法识别`) };
  return { ok: true, scan: scanXml(bytes), part: entry.name.replaceAll('\\', '/') };
}

/** Relationships of a part; none where it has no `.rels`. */
export function relationsOf(zip: ZipArchive, part: string): Related {
  const name = relationshipsOf(part);
  if (zip.find(name) === undefined) return { ok: true, relationships: [] };
  const scanned = scanPart(zip, name);
  if (!scanned.ok) return scanned;
  const relationships = readRelationships(scanned.scan, part);
  const { fault } = scanned.scan;
  return fault === undefined ? { ok: true, relationships } : { ok: false, refusal: refuseXml(fault, name) };
}

/** Part names are addresses: `%20` stands for a space. */
function unescapeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
