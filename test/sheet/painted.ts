import type { CellPlan, SheetPlan } from '../../src/sheet/book-plan.ts';

/**
 * The rows of a planned sheet as lines: height, then each cell as text‹style› with its note and link. Empty cells of one
 * style are counted: ‹line›×3.
 */
export function painted(sheet: SheetPlan | undefined): readonly string[] {
  return (sheet?.rows ?? []).map(({ height, cells }) => `${height ?? '-'}: ${counted(cells.map(paint)).join(' ')}`);
}

function paint(cell: CellPlan | null): string {
  if (!cell) return '∅';
  const { value, style, note, link } = cell;
  const type = typeof value === 'number' ? '#' : '';
  const more = `${note === undefined ? '' : `(${note})`}${link === undefined ? '' : `→${link}`}`;
  return `${type}${value ?? ''}${style === undefined ? '' : `‹${style}›`}${more}`.replaceAll('\n', '↵');
}

function counted(cells: readonly string[]): readonly string[] {
  const runs: { readonly cell: string; count: number }[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run && run.cell === cell && /^[‹∅]/.test(cell)) run.count += 1;
    else runs.push({ cell, count: 1 });
  }
  return runs.map(({ cell, count }) => (count === 1 ? cell : `${cell}×${count}`));
}
