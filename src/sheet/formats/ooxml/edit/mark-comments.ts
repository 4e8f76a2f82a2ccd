import { columnLetters } from '../../../../text/column-letters.ts';
import { appendTo, removeElement } from './change-element.ts';
import { cellOfShape, commentShape, emptyDrawing, hasShapeType, isOwnShape, shapeType } from './comment-shape.ts';
import { addedRun, COMMENT_AUTHOR, commentOf, isOwnComment, withoutAddedRun } from './comment-text.ts';
import { declareType, declareVml } from './declare-types.ts';
import { type EditedBook, freePart, giveUp, hasPart, loadPart, savePart } from './edited-book.ts';
import { escapeXml } from './escape-xml.ts';
import { type Element, outlineOf } from './outline.ts';
import { currentRelations, relate } from './relate.ts';
import { applySplices, type Splice } from './splice.ts';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
/** What follows `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER_DRAWING: ReadonlySet<string> = new Set(
  'legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(' '),
);

/** The comment to put on one cell; row and column 1-based. */
export interface CommentPlace {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Boxes to draw, and the cells whose box has to go. */
interface Boxes {
  readonly fresh: readonly CommentPlace[];
  readonly gone: ReadonlySet<string>;
}

/** Puts comments on a sheet in the place of those of an earlier marking; other people's comments stay. */
export function markComments(book: EditedBook, sheet: string, places: readonly CommentPlace[]): void {
  const relations = currentRelations(book, sheet);
  const known = relations.find((one) => one.kind === 'comments')?.target;
  if (known === undefined && places.length === 0) return;
  const part = known !== undefined && hasPart(book, known) ? known : newComments(book, sheet);
  const bytes = loadPart(book, part);
  const boxes = bytes === undefined ? undefined : writeComments(book, part, bytes, places);
  if (boxes === undefined) giveUp(book, '批注无法读取');
  else drawShapes(book, sheet, boxes);
}

function newComments(book: EditedBook, sheet: string): string {
  const part = freePart(book, `${book.workbook.replace(/[^/]*$/u, '')}comments`, '.xml');
  const root = `<comments xmlns="${book.namespaces.main}"><authors/><commentList/></comments>`;
  savePart(book, part, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`));
  declareType(book, part, COMMENTS_TYPE);
  relate(book, sheet, 'comments', part);
  return part;
}

/** Changes the comments part; tells which boxes have to follow. */
function writeComments(
  book: EditedBook,
  part: string,
  bytes: Buffer,
  places: readonly CommentPlace[],
): Boxes | undefined {
  const elements = outlineOf(bytes, 4);
  const authors = elements?.find((element) => element.depth === 2 && element.name === 'authors');
  const list = elements?.find((element) => element.depth === 2 && element.name === 'commentList');
  if (elements === undefined || authors === undefined || list === undefined) return undefined;
  const names = elements.filter((element) => element.depth === 3 && element.name === 'author');
  const texts = names.map((author) => bytes.toString('utf8', author.openEnd, author.closeStart));
  let own = texts.indexOf(COMMENT_AUTHOR);
  const gone = new Set<string>();
  const splices: Splice[] = [];
  if (own < 0 && places.length > 0) {
    own = texts.length;
    splices.push(
      ...appendTo(bytes, authors, `<${list.prefix}author>${escapeXml(COMMENT_AUTHOR)}</${list.prefix}author>`),
    );
  }
  const waiting = new Map(places.map((place) => [`${columnLetters(place.column)}${place.row}`, place]));
  for (const comment of elements.filter((element) => element.depth === 3 && element.name === 'comment')) {
    const author = Number(comment.attributes.get('authorId')?.value);
    const cell = comment.attributes.get('ref')?.value.toUpperCase() ?? '';
    if (author === own || isOwnComment(bytes.toString('utf8', comment.openEnd, comment.closeStart))) {
      splices.push(removeElement(comment));
      gone.add(cell);
    } else {
      const place = waiting.get(cell);
      // The box of a threaded comment is a stand-in that the program writes anew; our words would be lost there.
      const threaded = texts[author]?.startsWith('tc=') === true;
      splices.push(...joinComment(bytes, comment, threaded ? undefined : place));
      waiting.delete(cell);
    }
  }
  const fresh = [...waiting.entries()];
  const added = fresh.map(([cell, place]) => commentOf(list.prefix, cell, own, place.text)).join('');
  if (added !== '') splices.push(...appendTo(bytes, list, added));
  if (splices.length > 0) savePart(book, part, applySplices(bytes, splices));
  return { fresh: fresh.map(([, place]) => place), gone };
}

/** Somebody else's comment without our words of last time, with those of today. */
function joinComment(bytes: Buffer, comment: Element, place: CommentPlace | undefined): Splice[] {
  const before = bytes.toString('utf8', comment.start, comment.end);
  const bare = withoutAddedRun(before);
  const run = place === undefined ? '' : addedRun(comment.prefix, place.text);
  const close = `</${comment.prefix}text>`;
  const plain = new RegExp(`<${comment.prefix}text>(<${comment.prefix}t\\b[^>]*>[\\s\\S]*?</${comment.prefix}t>)`, 'u');
  const runs =
    run === ''
      ? bare
      : bare.replace(
          plain,
          (_whole, text: string) => `<${comment.prefix}text><${comment.prefix}r>${text}</${comment.prefix}r>`,
        );
  const after = run === '' ? bare : runs.replace(close, () => run + close);
  return after === before ? [] : [{ start: comment.start, end: comment.end, text: after }];
}

/** Draws the boxes of our comments and takes those of last time away. */
function drawShapes(book: EditedBook, sheet: string, { fresh: places, gone }: Boxes): void {
  const drawing = legacyDrawingOf(book, sheet);
  if (drawing === undefined && places.length === 0) return;
  const part = drawing ?? newDrawing(book, sheet);
  const bytes = part === undefined ? undefined : loadPart(book, part);
  const elements = bytes === undefined ? undefined : outlineOf(bytes, 2);
  const root = elements?.[0];
  if (part === undefined || bytes === undefined || elements === undefined || root === undefined) {
    giveUp(book, '批注图形无法读取');
    return;
  }
  const own = elements.filter(
    (element) =>
      isOwnShape(element.attributes.get('id')?.value ?? '') ||
      (element.name === 'shape' && gone.has(cellOfShape(bytes.toString('utf8', element.openEnd, element.closeStart)))),
  );
  const type = places.length > 0 && !hasShapeType(bytes) ? shapeType() : '';
  const shapes = type + places.map((place) => commentShape(place.row, place.column)).join('');
  const splices = [...own.map(removeElement), ...(shapes === '' ? [] : appendTo(bytes, root, shapes))];
  if (splices.length > 0) savePart(book, part, applySplices(bytes, splices));
}

function legacyDrawingOf(book: EditedBook, sheet: string): string | undefined {
  const bytes = loadPart(book, sheet);
  const element = (bytes === undefined ? [] : (outlineOf(bytes, 2, 'sheetData') ?? [])).find(
    (one) => one.depth === 2 && one.name === 'legacyDrawing',
  );
  const id = [...(element?.attributes ?? [])].find(([name]) => name.endsWith(':id'))?.[1].value;
  const target = currentRelations(book, sheet).find((one) => one.id === id)?.target;
  return target !== undefined && hasPart(book, target) ? target : undefined;
}

function newDrawing(book: EditedBook, sheet: string): string | undefined {
  const part = freePart(book, `${book.workbook.replace(/[^/]*$/u, '')}drawings/vmlDrawingMark`, '.vml');
  const bytes = loadPart(book, sheet);
  const elements = bytes === undefined ? undefined : outlineOf(bytes, 2, 'sheetData');
  const root = elements?.[0];
  if (bytes === undefined || elements === undefined || root === undefined) return undefined;
  savePart(book, part, Buffer.from(emptyDrawing()));
  declareVml(book);
  const id = relate(book, sheet, 'vmlDrawing', part);
  const stale = elements.filter((element) => element.depth === 2 && element.name === 'legacyDrawing');
  const at = elements.find((element) => element.depth === 2 && follows(bytes, element))?.start ?? root.closeStart;
  const text = `<${root.prefix}legacyDrawing xmlns:r="${book.namespaces.relationships}" r:id="${id}"/>`;
  savePart(book, sheet, applySplices(bytes, [...stale.map(removeElement), { start: at, end: at, text }]));
  return part;
}

/** Form controls and embedded objects may be wrapped in alternatives. */
function follows(bytes: Buffer, element: Element): boolean {
  if (AFTER_DRAWING.has(element.name)) return true;
  if (element.name !== 'AlternateContent') return false;
  return /<(?:[\w-]+:)?(?:oleObjects|controls|legacyDrawingHF)\b/u.test(
    bytes.toString('utf8', element.start, element.end),
  );
}
