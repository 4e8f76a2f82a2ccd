import { appendTo, setAttribute } from './change-element.ts';
import { declareType } from './declare-types.ts';
import { type EditedBook, giveUp, hasPart, loadPart, savePart } from './edited-book.ts';
import { type Element, outlineOf } from './outline.ts';
import { currentRelations, relate } from './relate.ts';
import { applySplices, type Splice } from './splice.ts';

/** Order of the lists in `styleSheet` (ECMA-376 part 1, 18.8.39), as far as it matters here. */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
type ListName = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** One list of the style sheet: what it held, what is added. */
interface StyleList {
  readonly element: Element | undefined;
  readonly items: string[];
  readonly known: number;
}

/** The style sheet while marks are made. Entries that are there already are used again. */
export interface EditedStyles {
  /** Prefix of the elements in this part. */
  readonly prefix: string;
  /** Number of the entry with this text, added where it is new. */
  readonly add: (list: ListName, item: string) => number;
  /** Text of an entry; the first one for a number that is not there. */
  readonly item: (list: ListName, index: number) => string;
  readonly count: (list: ListName) => number;
  /** Writes what was added into the package. */
  readonly save: () => void;
}

/** Opens the style sheet of the workbook, or makes one. Undefined when it cannot be edited. */
export function editStyles(book: EditedBook): EditedStyles | undefined {
  const part = findStyles(book);
  const bytes = loadPart(book, part);
  const elements = bytes === undefined ? undefined : outlineOf(bytes, 3);
  const root = elements?.[0];
  if (bytes === undefined || elements === undefined || root === undefined) {
    giveUp(book, '单元格样式无法读取');
    return undefined;
  }
  const { prefix } = root;
  const lists = {
    fonts: listOf(bytes, elements, 'fonts', [`<${prefix}font/>`]),
    fills: listOf(bytes, elements, 'fills', emptyFills(prefix)),
    borders: listOf(bytes, elements, 'borders', [`<${prefix}border/>`]),
    cellXfs: listOf(bytes, elements, 'cellXfs', [`<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]),
  };
  return {
    prefix,
    add: (list, item) => {
      const at = lists[list].items.indexOf(item);
      return at >= 0 ? at : lists[list].items.push(item) - 1;
    },
    item: (list, index) => lists[list].items[index] ?? lists[list].items[0] ?? '',
    count: (list) => lists[list].items.length,
    save: () => {
      const splices = Object.entries(lists).flatMap(([name, list]) => changesOf(bytes, elements, root, name, list));
      if (splices.length > 0) savePart(book, part, applySplices(bytes, splices));
    },
  };
}

function findStyles(book: EditedBook): string {
  const related = currentRelations(book, book.workbook).find((one) => one.kind === 'styles');
  if (related !== undefined) return related.target;
  const part = book.workbook.replace(/[^/]*$/u, 'styles.xml');
  if (hasPart(book, part)) return part;
  const root = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${book.namespaces.main}">`;
  const lists =
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';
  savePart(book, part, Buffer.from(`${root}${lists}</styleSheet>`));
  relate(book, book.workbook, 'styles', part);
  declareType(book, part, STYLES_TYPE);
  return part;
}

function emptyFills(prefix: string): string[] {
  return ['none', 'gray125'].map(
    (pattern) => `<${prefix}fill><${prefix}patternFill patternType="${pattern}"/></${prefix}fill>`,
  );
}

function listOf(bytes: Buffer, elements: readonly Element[], name: ListName, otherwise: string[]): StyleList {
  const at = elements.findIndex((element) => element.depth === 2 && element.name === name);
  const element = elements[at];
  if (element === undefined) return { element, items: otherwise, known: 0 };
  const items: string[] = [];
  for (const child of elements.slice(at + 1)) {
    if (child.depth <= 2) break;
    items.push(bytes.toString('utf8', child.start, child.end));
  }
  return { element, items, known: items.length };
}

function changesOf(
  bytes: Buffer,
  elements: readonly Element[],
  root: Element,
  name: string,
  list: StyleList,
): Splice[] {
  const added = list.items.slice(list.known).join('');
  if (added === '') return [];
  const count = String(list.items.length);
  if (list.element !== undefined) {
    return [setAttribute(list.element, 'count', count), ...appendTo(bytes, list.element, added)];
  }
  const earlier = ORDER.slice(
    0,
    ORDER.findIndex((one) => one === name),
  );
  const before = elements.findLast((element) => element.depth === 2 && earlier.some((one) => one === element.name));
  const at = before?.end ?? root.openEnd;
  const text = `<${root.prefix}${name} count="${count}">${added}</${root.prefix}${name}>`;
  return [{ start: at, end: at, text }];
}
