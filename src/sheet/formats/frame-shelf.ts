/** What exceljs wrote for a plan without its rows. */
export interface Frame {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Index of each style of the plan in the written workbook. */
  readonly styles: ReadonlyMap<string, number>;
}

/** Where drawn frames are kept from one program start to the next, by a text that names everything they depend on. */
export interface FrameShelf {
  readonly get: (key: string) => Frame | undefined;
  /** Told of every frame that is used, one that was got here included. */
  readonly put: (key: string, frame: Frame) => void;
}

/** Where nothing is kept. */
export const NO_SHELF: FrameShelf = { get: () => undefined, put: () => undefined };
