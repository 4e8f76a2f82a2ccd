import { decodeText } from '../decode-text.ts';
import { appendTo, setAttribute } from './change-element.ts';
import { declareType } from './declare-types.ts';
import { type EditedBook, freePart, giveUp, loadPart, savePart } from './edited-book.ts';
import { escapeXml } from './escape-xml.ts';
import { type Element, outlineOf } from './outline.ts';
import { relate } from './relate.ts';
import { applySplices, type Splice } from './splice.ts';

const SHEET_NAME = '校验结果';
/** Hidden name that points at our sheet, so that it is known again even when renamed. */
const SIGN = '_mingce_marks';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Name of the sheet 校验结果 of an earlier marking, if there is one. */
export function findResultSheet(book: EditedBook): string | undefined {
  const bytes = loadPart(book, book.workbook);
  const names = bytes === undefined ? [] : (outlineOf(bytes, 3) ?? []);
  const sign = names.find(
    (element) => element.name === 'definedName' && element.attributes.get('name')?.value === SIGN,
  );
  if (bytes === undefined || sign === undefined) return undefined;
  const target = decodeText(bytes, sign.openEnd, sign.closeStart);
  const name = /^(?:'((?:[^']|'')+)'|([^'!]+))!/u.exec(target);
  return name?.[1]?.replaceAll("''", "'") ?? name?.[2];
}

/** Puts a new first sheet into the workbook and gives the name of its part. Its content is written by the caller. */
export function addResultSheet(book: EditedBook): string | undefined {
  const bytes = loadPart(book, book.workbook);
  const elements = bytes === undefined ? undefined : outlineOf(bytes, 3);
  const sheets = elements?.find((element) => element.depth === 2 && element.name === 'sheets');
  if (bytes === undefined || elements === undefined || sheets === undefined || sheets.empty) {
    giveUp(book, '工作簿目录无法读取');
    return undefined;
  }
  const part = freePart(book, `${book.workbook.replace(/[^/]*$/u, '')}worksheets/sheetMark`, '.xml');
  const id = relate(book, book.workbook, 'worksheet', part);
  declareType(book, part, SHEET_TYPE);
  const known = elements.filter((element) => element.depth === 3 && element.name === 'sheet');
  const name = freeName(known.map((sheet) => sheet.attributes.get('name')?.value ?? ''));
  const number = Math.max(0, ...known.map((sheet) => Number(sheet.attributes.get('sheetId')?.value ?? 0))) + 1;
  const line = `<${sheets.prefix}sheet xmlns:r="${book.namespaces.relationships}" name="${escapeXml(name)}" sheetId="${number}" r:id="${id}"/>`;
  const splices: Splice[] = [
    ...keepActiveSheet(elements, sheets),
    { start: sheets.openEnd, end: sheets.openEnd, text: line },
    ...shiftLocalNames(elements),
    ...addSign(bytes, elements, sheets, name),
  ];
  savePart(book, book.workbook, applySplices(bytes, splices));
  return part;
}

function freeName(known: readonly string[]): string {
  const taken = new Set(known.map((name) => name.toLowerCase()));
  if (!taken.has(SHEET_NAME)) return SHEET_NAME;
  for (let number = 2; ; number += 1) {
    const name = `${SHEET_NAME}（${number}）`;
    if (!taken.has(name)) return name;
  }
}

/** The sheet that was in front stays in front: two sheets selected at once would be edited together. */
function keepActiveSheet(elements: readonly Element[], sheets: Element): Splice[] {
  const views = elements.filter((element) => element.depth === 3 && element.name === 'workbookView');
  if (views.length > 0) {
    return views.map((view) =>
      setAttribute(view, 'activeTab', String(Number(view.attributes.get('activeTab')?.value ?? 0) + 1)),
    );
  }
  if (elements.some((element) => element.depth === 2 && element.name === 'bookViews')) return [];
  const p = sheets.prefix;
  return [
    {
      start: sheets.start,
      end: sheets.start,
      text: `<${p}bookViews><${p}workbookView activeTab="1"/></${p}bookViews>`,
    },
  ];
}

/** Names of one sheet only, such as print areas, point at it by its place in the list. */
function shiftLocalNames(elements: readonly Element[]): Splice[] {
  const splices: Splice[] = [];
  for (const element of elements) {
    const place = element.name === 'definedName' ? element.attributes.get('localSheetId') : undefined;
    if (place === undefined) continue;
    splices.push({ start: place.start, end: place.end, text: String(Number(place.value) + 1) });
  }
  return splices;
}

function addSign(bytes: Buffer, elements: readonly Element[], sheets: Element, name: string): Splice[] {
  const p = sheets.prefix;
  const sign = `<${p}definedName name="${SIGN}" hidden="1">'${escapeXml(name)}'!$A$1</${p}definedName>`;
  const names = elements.find((element) => element.depth === 2 && element.name === 'definedNames');
  const stale = elements.find((element) => element.attributes.get('name')?.value === SIGN);
  if (names !== undefined) {
    const gone = stale === undefined ? [] : [{ start: stale.start, end: stale.end, text: '' }];
    return [...gone, ...appendTo(bytes, names, sign)];
  }
  const before = elements.findLast(
    (element) => element.depth === 2 && ['sheets', 'functionGroups', 'externalReferences'].includes(element.name),
  );
  const at = before?.end ?? sheets.end;
  return [{ start: at, end: at, text: `<${p}definedNames>${sign}</${p}definedNames>` }];
}
