/** Bounds of one file. A reply of the largest unit has about 200 rows; everything here is far above that, and far below harm. */
export const BOUNDS = {
  /** Bytes of the file as it came. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of a text format (csv, html, xml) before decoding. */
  textBytes: 24 * 1024 * 1024,
  /** Non-blank cells of all sheets. */
  cells: 1_400_000,
  /** Rows with a value, of all sheets. */
  filledRows: 200_000,
  /** Last row and column of one sheet, the limits of Excel. */
  rows: 1_048_576,
  columns: 16_384,
  sheets: 500,
  merges: 50_000,
  /** Characters of one cell; Excel allows 32,767. */
  cellChars: 65_536,
  /** Characters of all cells. */
  allChars: 48_000_000,
  /** Passwords that are tried on one file. */
  passwords: 20,
  /** Key derivation rounds of an encrypted file; Office writes 100,000. */
  spinCount: 200_000,
  /** Nesting of files that decode to another file (an encrypted package inside another). */
  depth: 3,
} as const;

/** Time and memory of the helper process. */
export const CHILD_BOUNDS = {
  /** Milliseconds until the helper process is up. */
  startTime: 15_000,
  /** How many times its processor time a task may take on a busy machine. */
  patience: 4,
  /** Milliseconds of processor time for an ordinary file. */
  shortTime: 4_000,
  /** Milliseconds for a file of more than `largeFile` bytes. */
  longTime: 20_000,
  largeFile: 5 * 1024 * 1024,
  /** Milliseconds for each password tried. */
  passwordTime: 2_500,
  /** V8 heap in MiB. */
  heapMiB: 200,
  /** Resident memory in bytes at which the helper is ended. */
  residentBytes: 280 * 1024 * 1024,
  /** Milliseconds between two looks at its memory. */
  watchEvery: 20,
} as const;
