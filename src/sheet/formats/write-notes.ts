import { columnLetters } from '../../text/column-letters.ts';
import type { SheetPlan } from '../book-plan.ts';
import { filledRows } from './filled-rows.ts';
import { NOTE } from './general-plan.ts';

/** The two parts in which a sheet has its notes. */
export interface NoteParts {
  readonly comments: string;
  readonly drawing: string;
}

const COMMENT = /<comment .*?<\/comment>/s;
const SHAPE = /<v:shape .*?<\/v:shape>/s;
/** exceljs numbers the shapes of a sheet from here. */
const FIRST_SHAPE = 1025;

/** The notes of a sheet, each written as exceljs wrote the one that stands on cell A1 of the frame. */
export function writeNotes(frame: NoteParts, { rows }: SheetPlan): NoteParts {
  const comment = COMMENT.exec(frame.comments)?.[0] ?? '';
  const shape = SHAPE.exec(frame.drawing)?.[0] ?? '';
  const comments: string[] = [];
  const shapes: string[] = [];
  for (const [row, cells] of filledRows(rows)) {
    for (const [column, cell] of cells.entries()) {
      if (cell?.note === undefined) continue;
      shapes.push(placeShape(shape, row, column, FIRST_SHAPE + shapes.length));
      comments.push(
        comment
          .replace(' ref="A1"', ` ref="${columnLetters(column + 1)}${row + 1}"`)
          .replace(`<t>${NOTE}</t>`, () => noteText(cell.note ?? '')),
      );
    }
  }
  return {
    comments: frame.comments.replace(COMMENT, () => comments.join('')),
    drawing: frame.drawing.replace(SHAPE, () => shapes.join('')),
  };
}

/** The box of a note hangs two columns wide beside its cell, from the row above on. Row and column from 0. */
function placeShape(shape: string, row: number, column: number, number: number): string {
  const top = Math.max(row - 1, 0);
  return shape
    .replace(`"_x0000_s${FIRST_SHAPE}"`, `"_x0000_s${number}"`)
    .replace(/<x:Anchor>.*?</, `<x:Anchor>${column + 1}, 6, ${top}, 14, ${column + 3}, 2, ${top + 4}, 16<`)
    .replace(/<x:Row>.*?</, `<x:Row>${row}<`)
    .replace(/<x:Column>.*?</, `<x:Column>${column}<`);
}

function noteText(note: string): string {
  const space = /^\s|\n|\s$/.test(note) ? ' xml:space="preserve"' : '';
  const text = note
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
  return `<t${space}>${text}</t>`;
}
