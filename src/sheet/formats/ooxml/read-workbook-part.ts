import type { Grid } from '../../grid.ts';
import { isYes, readAttributes } from './attribute-text.ts';
import { fail, isTag, nextTag, type XmlScan } from './xml-scan.ts';

/** One line of the workbook's list of sheets. */
export interface SheetEntry {
  readonly name: string;
  readonly state: Grid['state'];
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
}

/** Reads the list of sheets and the date system. Check `scan.fault` afterwards. */
export function readWorkbookPart(scan: XmlScan): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  let inSheets = false;
  while (nextTag(scan)) {
    if (scan.closing) continue;
    if (scan.depth === 1 && !isTag(scan, 'workbook')) fail(scan, 'root');
    if (scan.depth === 2) inSheets = isTag(scan, 'sheets');
    if (scan.depth === 2 && isTag(scan, 'workbookPr')) from1904 = isYes(readAttributes(scan).get('date1904'));
    if (scan.depth !== 3 || !inSheets || !isTag(scan, 'sheet')) continue;
    const attributes = readAttributes(scan);
    const state = attributes.get('state');
    sheets.push({
      name: attributes.get('name') ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relationship: attributes.get('id') ?? '',
    });
  }
  return { sheets, from1904 };
}
