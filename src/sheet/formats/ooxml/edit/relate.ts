import { type Relationship, readRelationships, relationshipsOf } from '../read-relationships.ts';
import { scanXml } from '../xml-scan.ts';
import { appendTo, removeElement } from './change-element.ts';
import { type EditedBook, giveUp, loadPart, savePart } from './edited-book.ts';
import { escapeXml } from './escape-xml.ts';
import { outlineOf } from './outline.ts';
import { applySplices } from './splice.ts';

const PACKAGE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Relationships of a part as they stand now. */
export function currentRelations(book: EditedBook, part: string): Relationship[] {
  const bytes = loadPart(book, relationshipsOf(part));
  return bytes === undefined ? [] : readRelationships(scanXml(bytes), part);
}

/** Adds a relationship from one part to another and gives its id; an equal one is used again. */
export function relate(book: EditedBook, part: string, kind: string, target: string): string {
  const known = currentRelations(book, part);
  const same = known.find((one) => one.kind === kind && one.target.toLowerCase() === target.toLowerCase());
  if (same !== undefined) return same.id;
  const id = freeId(known);
  const line = `Id="${id}" Type="${book.namespaces.relationships}/${kind}" Target="/${escapeXml(target)}"`;
  const name = relationshipsOf(part);
  const bytes =
    loadPart(book, name) ??
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_NAMESPACE}"/>`,
    );
  const root = outlineOf(bytes, 1)?.[0];
  if (root === undefined) giveUp(book, `${name} 的内容不完整`);
  else savePart(book, name, applySplices(bytes, appendTo(bytes, root, `<${root.prefix}Relationship ${line}/>`)));
  return id;
}

/** Takes all relationships of some kinds away from a part. */
export function unrelate(book: EditedBook, part: string, kinds: ReadonlySet<string>): void {
  const name = relationshipsOf(part);
  const bytes = loadPart(book, name);
  if (bytes === undefined) return;
  const gone = (outlineOf(bytes, 2) ?? []).filter((element) => {
    const type = element.attributes.get('Type')?.value ?? '';
    return element.name === 'Relationship' && kinds.has(/[^/]*$/u.exec(type)?.[0] ?? '');
  });
  if (gone.length > 0) savePart(book, name, applySplices(bytes, gone.map(removeElement)));
}

function freeId(known: readonly Relationship[]): string {
  const ids = new Set(known.map((one) => one.id.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const id = `rIdMark${number}`;
    if (!ids.has(id.toLowerCase())) return id;
  }
}
