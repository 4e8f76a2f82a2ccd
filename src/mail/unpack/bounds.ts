/** Bounds of everything that comes out of one mail. A real reply holds a few workbooks of less than one megabyte. */
export const UNPACK_BOUNDS = {
  /** Bytes of all files that come out of containers. */
  bytes: 200 * 1024 * 1024,
  /** Files that come out of containers. */
  entries: 2_000,
  /** Containers inside containers. */
  depth: 5,
  /** An entry that grows more than this, and beyond `ratioFrom` bytes, is a bomb. */
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
  /** log2 of the largest dictionary a 7z or RAR archive may ask for. */
  dictionaryBits: 26,
} as const;

/** What may still come out; shared by all containers of one mail and counted down by them. */
export interface Budget {
  bytes: number;
  entries: number;
}

/** A full budget. */
export function newBudget(): Budget {
  return { bytes: UNPACK_BOUNDS.bytes, entries: UNPACK_BOUNDS.entries };
}

/** Takes the declared contents of a container from the budget; false, and nothing taken, when they exceed it. */
export function takeFromBudget(budget: Budget, entries: number, bytes: number): boolean {
  if (!(entries >= 0 && bytes >= 0) || entries > budget.entries || bytes > budget.bytes) return false;
  budget.entries -= entries;
  budget.bytes -= bytes;
  return true;
}

/** True when a declared growth is beyond what spreadsheets compress to. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > UNPACK_BOUNDS.ratioFrom && unpacked > packed * UNPACK_BOUNDS.ratio;
}

/** How many bytes may come out of a file of so many, of which none tells beforehand. */
export function growthBound(packed: number, budget: Budget): number {
  return Math.min(budget.bytes, Math.max(UNPACK_BOUNDS.ratioFrom, packed * UNPACK_BOUNDS.ratio));
}
