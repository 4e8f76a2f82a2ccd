import type { ListSheet } from '../../src/registry/publish/draw-list-sheet.ts';
import type { CellPlan } from '../../src/sheet/book-plan.ts';

type Lines = readonly (readonly (string | number | CellPlan)[])[];

/** The cells of a list by value. */
export function listLines(list: ListSheet): (string | number | null)[][] {
  const lines = list.lines as Lines | (() => Lines);
  return (typeof lines === 'function' ? lines() : lines).map((line) =>
    line.map((cell) => (typeof cell === 'object' ? cell.value : cell)),
  );
}

/** The styles of the cells of a list, '' where it is the list's own. */
export function listStyles(list: ListSheet): string[][] {
  const lines = list.lines as Lines | (() => Lines);
  return (typeof lines === 'function' ? lines() : lines).map((line) =>
    line.map((cell) => (typeof cell === 'object' ? (cell.style ?? '') : '')),
  );
}
