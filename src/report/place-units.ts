/** Squares in a row without geography. */
const COLUMNS = 7;

/** A unit on the tile map. */
export interface Tile {
  /** Index into the given names. */
  readonly index: number;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

export interface TileMap {
  readonly tiles: readonly Tile[];
  readonly columns: number;
  readonly rows: number;
  /** Whether the places say anything about geography. */
  readonly geographic: boolean;
}

type Places = Readonly<Record<string, readonly [number, number]>>;

/**
 * Finds the square of every unit: the longest known place its name begins with (成都 for 成都市), each square
 * once. Units without a place follow below. Where fewer than half have one (another province), all stand in
 * their own order.
 */
export function placeUnits(names: readonly string[], places: Places): TileMap {
  const taken = new Set<string>();
  const found = names.map((name) => {
    const place = longestPrefix(name, places);
    if (place === undefined || taken.has(place)) return undefined;
    taken.add(place);
    return place;
  });
  const geographic = taken.size > 0 && taken.size * 2 >= names.length;
  let below = 0;
  if (geographic) for (const place of taken) below = Math.max(below, (places[place]?.[1] ?? 0) + 1);
  let strays = 0;
  const tiles = names.map((name, index) => {
    const place = geographic ? found[index] : undefined;
    const at = place === undefined ? undefined : places[place];
    if (place !== undefined && at !== undefined) return { index, name: place, column: at[0], row: at[1] };
    const tile = { index, name, column: strays % COLUMNS, row: below + Math.floor(strays / COLUMNS) };
    strays += 1;
    return tile;
  });
  return { ...trim(tiles), geographic };
}

/** Leaves no empty column on the left and none on the right. */
function trim(tiles: readonly Tile[]): Omit<TileMap, 'geographic'> {
  let left = Number.POSITIVE_INFINITY;
  for (const tile of tiles) left = Math.min(left, tile.column);
  const moved = tiles.map((tile) => ({ ...tile, column: tile.column - left }));
  let columns = 1;
  let rows = 1;
  for (const tile of moved) {
    columns = Math.max(columns, tile.column + 1);
    rows = Math.max(rows, tile.row + 1);
  }
  return { tiles: moved, columns, rows };
}

function longestPrefix(name: string, places: Places): string | undefined {
  let longest: string | undefined;
  for (const place of Object.keys(places))
    if (name.startsWith(place) && place.length > (longest?.length ?? 0)) longest = place;
  return longest;
}
