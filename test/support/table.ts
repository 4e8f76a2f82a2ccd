import type { Area, Cell, Grid, GridRow, Workbook } from '../../src/sheet/grid.ts';

/** What a markdown table cannot say about its sheet. */
export interface SheetOptions {
  readonly name?: string;
  readonly state?: Grid['state'];
  readonly merges?: readonly Area[];
  readonly notes?: Grid['notes'];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Cells by address that are not plain text: `{ E7: { stored: 'number' } }`. */
  readonly cells?: Readonly<Record<string, Partial<Cell>>>;
}

/**
 * A sheet drawn as a markdown table; line n is row n, an empty line a blank row. `\n` inside a cell is a line break.
 * A cell that starts with `#` and goes on with digits is stored as a number.
 */
export function sheet(markdown: string, options: SheetOptions = {}): Grid {
  const lines = markdown.replace(/^\s*\n|\n\s*$/g, '').split('\n');
  const rows = lines.flatMap((line, index) => rowOf(line, index + 1, options));
  return {
    name: options.name ?? 'Sheet1',
    state: options.state ?? 'visible',
    rows,
    merges: options.merges ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
    ...(options.notes === undefined ? {} : { notes: options.notes }),
  };
}

/** A workbook of sheets; a string is a sheet drawn as a markdown table. */
export function book(...sheets: readonly (Grid | string)[]): Workbook {
  const grids = sheets.map((one, index) => (typeof one === 'string' ? sheet(one, { name: `Sheet${index + 1}` }) : one));
  return { format: 'xlsx', grids, traits: [] };
}

function rowOf(line: string, number: number, options: SheetOptions): readonly GridRow[] {
  const texts = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  const cells = texts.flatMap((text, index) => cellOf(text, index + 1, number, options));
  if (cells.length === 0) return [];
  return [{ number, hidden: options.hiddenRows?.includes(number) === true, cells }];
}

function cellOf(text: string, column: number, row: number, options: SheetOptions): readonly Cell[] {
  const plain = text.replace(/^ | +$/g, '').replaceAll('\\n', '\n');
  const more = options.cells?.[`${String.fromCharCode(64 + column)}${row}`];
  if (plain.trim() === '' && more === undefined) return [];
  const number = /^#([\d.E+-]+)$/.exec(plain)?.[1];
  const cell: Cell =
    number === undefined ? { column, stored: 'text', text: plain } : { column, stored: 'number', text: number };
  return [{ ...cell, ...more }];
}
