/** A table narrower than this is no form; a wider one no document page holds. */
const NARROWEST = 3;
const WIDEST = 64;

/**
 * Word keeps the mark that ends a row of a table where the text does not always tell it from the end of a cell (in wide
 * tables never: thirteen columns are enough): the row then ends with a second tab instead of a line end, and rows run
 * together. Puts the line ends back where every row of such a run has the same number of cells; any other text stays.
 */
export function endWordRows(body: string): string {
  const stretches = body.split('\t\n');
  const widths = stretches.map((stretch) => stretch.split('\t').length);
  return stretches
    .map((stretch, index) => {
      // As wide as its neighbour: a row among rows whose ends are told.
      const isRow = widths[index] === widths[index - 1] || widths[index] === widths[index + 1];
      return isRow ? stretch : partRun(stretch);
    })
    .join('\t\n');
}

function partRun(stretch: string): string {
  const cells = stretch.split('\t');
  for (let width = NARROWEST; width <= WIDEST && 2 * width + 1 <= cells.length; width += 1) {
    if (!isRunOf(width, cells)) continue;
    const rows: string[] = [];
    for (let from = 0; from + width <= cells.length; from += width + 1)
      rows.push(cells.slice(from, from + width).join('\t'));
    // The end of the last row is put back by the caller, unless text follows the table.
    return [...rows, ...cells.slice(rows.length * (width + 1))].join('\t\n');
  }
  return stretch;
}

/**
 * True when a row end, seen as an empty cell, stands after every `width` cells and the first row is mostly filled in.
 * The last row may have lost its end to the caller's cut, or be followed by one text.
 */
function isRunOf(width: number, cells: readonly string[]): boolean {
  if (![0, 1, width].includes(cells.length % (width + 1))) return false;
  for (let end = width; end < cells.length; end += width + 1) if (cells[end] !== '') return false;
  return cells.slice(0, width).filter((text) => text.trim() !== '').length * 2 > width;
}
