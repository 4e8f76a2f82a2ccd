import { foldHeader } from './header-index.ts';
import type { Layers } from './header-layers.ts';

interface Known {
  readonly folded: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

const KNOWN = new WeakMap<Layers, ReadonlyMap<number, Known>>();

/** True when a text is the header of this column, at any of its levels, whatever its spelling. */
export function isHeaderText(layers: Layers, column: number, text: string): boolean {
  const known = knownOf(layers).get(column);
  if (!known) return false;
  const start = text.charAt(0);
  // Nearly all cells are data; folding each of them would take longer than reading them.
  if (/[\da-z\u4e00-\u9fff]/i.test(start) && !known.starts.has(start)) return false;
  const folded = foldHeader(text);
  return folded !== '' && known.folded.has(folded);
}

function knownOf(layers: Layers): ReadonlyMap<number, Known> {
  const known = KNOWN.get(layers);
  if (known) return known;
  const built = new Map(
    [...layers].map(([column, headers]) => [
      column,
      { folded: new Set(headers.map(foldHeader)), starts: new Set(headers.map((header) => header.charAt(0))) },
    ]),
  );
  KNOWN.set(layers, built);
  return built;
}
