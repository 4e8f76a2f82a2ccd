/**
 * Bounds of the reader, far above any registry and low enough that the largest readable file stays within
 * 300 MB and a few seconds. Rows and cells count only where they hold a value.
 */
export const READ_BOUNDS = {
  maxRows: 200_000,
  maxColumns: 1_000,
  maxCells: 2_000_000,
  maxMerges: 20_000,
  /** Cells covered by all merged areas of a sheet, after clipping to what is filled. */
  maxMergedCells: 5_000_000,
} as const;
