import type { BookPlan, RowPlan, SheetPlan } from '../book-plan.ts';
import { filledRows } from './filled-rows.ts';
import { isOutside } from './write-frame.ts';
import { escapeXml } from './write-text.ts';

/** Stands in a frame for the note of a sheet that has any; write-notes.ts puts the real ones there. */
export const NOTE = 'mingce-note';
const TITLE = 'mingce-book-title';
const KEYWORDS = 'mingce-book-keywords';
const CREATED = '1999-09-09T09:09:09.000Z';
/** Every sheet of a frame is filtered: a list that is empty in one version is not in the next. */
const FILTER = 'A1:B9000000';
/** Stand in for the last rows of ranges, one number each; no sheet is as long. */
const FIRST_ROW = 9_000_001;

/** What stands in a part of the frame, and what a book has there. */
interface Place {
  readonly part: string;
  readonly standIn: string;
  readonly text: string;
}

/** A plan as its frame is drawn, and where the book itself differs from that frame, its notes apart. */
export interface GeneralPlan {
  readonly plan: BookPlan;
  readonly places: readonly Place[];
}

/**
 * What many books have in common: the plan without its rows, with stand-ins for its title, keywords, date, and the last rows
 * of its ranges. Books of 24 (or 2,400) units, and the versions of one book, differ in nothing else.
 */
export function generalPlan(plan: BookPlan): GeneralPlan {
  const places: Place[] = [
    place('docProps/core.xml', TITLE, escapeXml(plan.title)),
    place('docProps/core.xml', KEYWORDS, escapeXml(plan.keywords ?? '')),
    place('docProps/core.xml', dateInCore(CREATED), dateInCore(plan.created)),
  ];
  let row = FIRST_ROW;
  const reach = (range: string, part: string, write: (range: string) => string): string => {
    if (!/^[A-Z]+\d+:[A-Z]+\d+$/.test(range)) return range;
    const far = range.replace(/\d+$/, String(row));
    row += 1;
    places.push(place(part, write(far), write(range)));
    return far;
  };
  const sheets = plan.sheets.map((sheet, index): SheetPlan => {
    const { sections: _sections, mostNotes: _mostNotes, autoFilter, ...look } = sheet;
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    const { print, validations } = sheet;
    places.push(place(part, filter(FILTER), filter(autoFilter)));
    return {
      ...look,
      columns: [],
      rows: frameRows(sheet.rows),
      autoFilter: FILTER,
      ...(print?.area === undefined
        ? {}
        : { print: { ...print, area: reach(print.area, 'xl/workbook.xml', (range) => `${inName(range)}<`) } }),
      ...(validations === undefined
        ? {}
        : {
            validations: validations.map((one) => ({
              ...one,
              range: reach(one.range, part, (range) => ` sqref="${range}"`),
            })),
          }),
    };
  });
  const keywords = plan.keywords === undefined ? {} : { keywords: KEYWORDS };
  return { plan: { ...plan, title: TITLE, created: CREATED, ...keywords, sheets }, places };
}

function place(part: string, standIn: string, text: string): Place {
  return { part, standIn, text };
}

function filter(range: string | undefined): string {
  return range === undefined ? '' : `<autoFilter ref="${range}"/>`;
}

/** As exceljs writes it: without the milliseconds. */
function dateInCore(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d{3}/, '');
}

/** `A1:M52` as exceljs writes it into the name of a printed area. */
function inName(range: string): string {
  return range.replace(/^([A-Z]+\d+):([A-Z]+)/, '$$$1:$$$2');
}

/** Of the rows a frame shows outside links, and whether there is a note at all. */
function frameRows(rows: readonly RowPlan[]): RowPlan[] {
  const shown: RowPlan[] = [];
  let hasNote = false;
  for (const [index, cells] of filledRows(rows)) {
    let hasLink = false;
    for (const cell of cells) {
      hasNote ||= cell?.note !== undefined;
      hasLink ||= cell?.link !== undefined && isOutside(cell.link);
    }
    if (!hasLink) continue;
    while (shown.length < index) shown.push({ cells: [] });
    shown[index] = {
      cells: cells.map((cell) =>
        cell?.link !== undefined && isOutside(cell.link) ? { value: null, link: cell.link } : null,
      ),
    };
  }
  if (!hasNote) return shown;
  const [first, ...others] = shown[0]?.cells ?? [];
  return [{ cells: [{ value: null, ...first, note: NOTE }, ...others] }, ...shown.slice(1)];
}
