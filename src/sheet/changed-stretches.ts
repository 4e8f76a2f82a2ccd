/**
 * A file without what was taken over from its version before, and that version without what was taken: the same is told by
 * comparing these as by comparing all. Chunks that are views of `previous` were taken over.
 */
export function changedStretches(
  previous: Uint8Array,
  chunks: readonly Uint8Array[],
): { readonly before: Uint8Array; readonly now: Uint8Array } {
  const isTaken = (chunk: Uint8Array): boolean =>
    chunk.buffer === previous.buffer &&
    chunk.byteOffset >= previous.byteOffset &&
    chunk.byteOffset + chunk.length <= previous.byteOffset + previous.length;
  const taken = chunks.filter(isTaken).toSorted((a, b) => a.byteOffset - b.byteOffset);
  const left: Uint8Array[] = [];
  let at = 0;
  for (const chunk of taken) {
    const start = chunk.byteOffset - previous.byteOffset;
    left.push(previous.subarray(at, start));
    at = Math.max(at, start + chunk.length);
  }
  left.push(previous.subarray(at));
  return { before: Buffer.concat(left), now: Buffer.concat(chunks.filter((chunk) => !isTaken(chunk))) };
}
