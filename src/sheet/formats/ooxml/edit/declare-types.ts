import { appendTo, removeElement } from './change-element.ts';
import { type EditedBook, giveUp, loadPart, savePart } from './edited-book.ts';
import { escapeXml } from './escape-xml.ts';
import { type Element, outlineOf } from './outline.ts';
import { applySplices, type Splice } from './splice.ts';

const LIST = '[Content_Types].xml';
const SHEET_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
/** Templates and workbooks with macros, named by an override or as the default of `.xml`. */
const OTHER_MAIN = /(?:spreadsheetml\.template|ms-excel\.(?:sheet|template|addin)\.macroenabled)\.main\+xml$/iu;
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Declares the content type of a part, in the place of what was declared for it. */
export function declareType(book: EditedBook, part: string, type: string): void {
  changeList(book, (bytes, root, elements) => {
    const old = elements.filter((element) => isOverrideOf(element, part));
    const line = `<${root.prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`;
    return [...old.map(removeElement), ...appendTo(bytes, root, line)];
  });
}

/** Declares `.vml` as legacy drawings, once. */
export function declareVml(book: EditedBook): void {
  changeList(book, (_bytes, root, elements) => {
    const known = elements.some((element) => element.attributes.get('Extension')?.value.toLowerCase() === 'vml');
    if (known) return [];
    const at = root.openEnd;
    return [{ start: at, end: at, text: `<${root.prefix}Default Extension="vml" ContentType="${VML}"/>` }];
  });
}

/** Takes back the declarations of parts that are no longer there, and makes the package a plain workbook. */
export function declarePlainWorkbook(book: EditedBook, gone: readonly string[]): void {
  changeList(book, (_bytes, _root, elements) => {
    const splices: Splice[] = [];
    for (const element of elements) {
      const type = element.attributes.get('ContentType');
      if (gone.some((part) => isOverrideOf(element, part))) splices.push(removeElement(element));
      else if (type !== undefined && OTHER_MAIN.test(type.value)) {
        splices.push({ start: type.start, end: type.end, text: SHEET_MAIN });
      }
    }
    return splices;
  });
}

function changeList(
  book: EditedBook,
  change: (bytes: Buffer, root: Element, elements: readonly Element[]) => Splice[],
): void {
  const bytes = loadPart(book, LIST);
  const elements = bytes === undefined ? undefined : outlineOf(bytes, 2);
  const root = elements?.[0];
  if (bytes === undefined || elements === undefined || root === undefined) {
    giveUp(book, '缺少内部文件清单');
    return;
  }
  const splices = change(bytes, root, elements);
  if (splices.length > 0) savePart(book, LIST, applySplices(bytes, splices));
}

function isOverrideOf(element: Element, part: string): boolean {
  const name = element.attributes.get('PartName')?.value ?? '';
  return (
    element.name === 'Override' && name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase() === part.toLowerCase()
  );
}
