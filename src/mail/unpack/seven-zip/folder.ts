/** How the bytes of one step are packed. */
export interface Coder {
  /** Hexadecimal, as in Methods.txt of 7-Zip. */
  readonly id: string;
  readonly properties: Buffer;
}

/** A part of what a folder holds: the content of one file. */
export interface SubStream {
  readonly offset: number;
  readonly size: number;
  readonly crc: number | undefined;
}

/** A run of files that were packed together ("solid"). */
export interface Folder {
  /** Undone one after the other, the one that the packed bytes go into first; undefined when they are no such line. */
  readonly coders: readonly Coder[] | undefined;
  readonly packed: Buffer;
  readonly size: number;
  readonly streams: readonly SubStream[];
}
