import type { Refusal } from '../../grid.ts';

/** One file of a zip package, as the central directory declares it. */
export interface ZipEntry {
  /** As decoded: UTF-8 where flagged or valid, else GB18030. A label only, it never touches the disk. */
  readonly name: string;
  /** Declared inflated size in bytes; reading proves it. */
  readonly size: number;
  readonly compressedSize: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Offset of the compressed bytes in the archive. */
  readonly start: number;
}

export type ZipContent =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly refusal: Refusal };

/** A guarded archive: names, sizes and bounds were checked before anything was inflated. */
export interface ZipArchive {
  /** Files in the order of the central directory; folders are left out. */
  readonly entries: readonly ZipEntry[];
  /** Looks a part up without regard to case, slash direction or a leading slash. */
  readonly find: (name: string) => ZipEntry | undefined;
  /** Inflates one file and proves its size and checksum. */
  readonly read: (entry: ZipEntry) => ZipContent;
}

/** What a package may cost at most. */
export interface ZipBounds {
  readonly maxEntries: number;
  readonly maxPartBytes: number;
  readonly maxTotalBytes: number;
  /** Inflated to compressed; looked at above `ratioFromBytes` only. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
}

/** A 100,000-row workbook inflates to about 70 MB, a ratio of 7 to 12; these bounds leave room for it and none for a bomb. */
export const ZIP_BOUNDS: ZipBounds = {
  maxEntries: 2_000,
  maxPartBytes: 100 * 1024 * 1024,
  maxTotalBytes: 200 * 1024 * 1024,
  maxRatio: 200,
  ratioFromBytes: 1024 * 1024,
};
