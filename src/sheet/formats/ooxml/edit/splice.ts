/** Replaces the bytes from start to end by a text; start = end inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies all splices at once; bytes between them stay as they are. Splices at the same place keep their order. */
export function applySplices(bytes: Buffer, splices: readonly Splice[]): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const splice of splices.toSorted((a, b) => a.start - b.start)) {
    pieces.push(bytes.subarray(at, splice.start), Buffer.from(splice.text, 'utf8'));
    at = splice.end;
  }
  pieces.push(bytes.subarray(at));
  return Buffer.concat(pieces);
}
