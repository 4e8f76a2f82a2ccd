import { declarePlainWorkbook } from './declare-types.ts';
import { type EditedBook, removePart } from './edited-book.ts';
import { unrelate } from './relate.ts';

/** Takes programs out of the answer and makes it a plain workbook, whatever the sender's file was. */
export function dropMacros(book: EditedBook): void {
  const gone = book.zip.entries
    .map((entry) => entry.name.replaceAll('\\', '/'))
    .filter((name) => /(?:^|\/)(?:vbaproject|vbaprojectsignature\w*|vbadata)\.(?:bin|xml)(?:\.rels)?$/iu.test(name));
  for (const part of gone) removePart(book, part);
  unrelate(book, book.workbook, new Set(['vbaProject']));
  declarePlainWorkbook(book, gone);
}
