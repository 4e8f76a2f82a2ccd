import { readRichText } from './read-rich-text.ts';
import { isTag, nextTag, type XmlScan } from './xml-scan.ts';

/** All shared strings of a workbook in order, runs joined. Check `scan.fault` afterwards. */
export function readSharedStrings(scan: XmlScan): string[] {
  const strings: string[] = [];
  while (nextTag(scan)) {
    if (!scan.closing && scan.depth === 2 && isTag(scan, 'si')) strings.push(readRichText(scan));
  }
  return strings;
}
