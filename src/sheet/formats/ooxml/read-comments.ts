import type { Note } from '../../grid.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { readAttributes } from './attribute-text.ts';
import { withoutOwnWords } from './edit/comment-text.ts';
import { parseArea } from './parse-reference.ts';
import { relationsOf, scanPart } from './read-package.ts';
import { readRichText } from './read-rich-text.ts';
import { isTag, nextTag, type XmlScan } from './xml-scan.ts';

const MOST_NOTES = 5_000;

/**
 * What people noted beside the cells of a worksheet part, our own marks left out. A note that cannot be read is no reason
 * to refuse the sheet: then there is none.
 */
export function readComments(zip: ZipArchive, sheet: string): readonly Note[] {
  const related = relationsOf(zip, sheet);
  const part = related.ok
    ? related.relationships.find(({ kind, external }) => kind === 'comments' && !external)
    : undefined;
  const scanned = part && scanPart(zip, part.target);
  if (!scanned?.ok) return [];
  const notes = readNotes(scanned.scan);
  return scanned.scan.fault === undefined ? notes : [];
}

function readNotes(scan: XmlScan): readonly Note[] {
  const notes: Note[] = [];
  let place: ReturnType<typeof parseArea>;
  while (nextTag(scan) && notes.length < MOST_NOTES) {
    if (scan.closing) continue;
    if (scan.depth === 3 && isTag(scan, 'comment')) place = parseArea(readAttributes(scan).get('ref') ?? '');
    else if (scan.depth === 4 && isTag(scan, 'text')) {
      const text = withoutOwnWords(readRichText(scan)).trim();
      if (place && text !== '') notes.push({ row: place.top, column: place.left, text });
    }
  }
  return notes;
}
