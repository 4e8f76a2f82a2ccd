/** Chunks written in one go; systems take no more (IOV_MAX). */
const AT_ONCE = 1024;

/**
 * Writes chunks one behind the other. Many go in one call: a call for each would have to wait each time until this thread,
 * busy with the next file, hears that it is done. `write` takes chunks and tells how many bytes of them it has written.
 */
export async function writeChunks(
  write: (chunks: readonly Uint8Array[]) => Promise<number>,
  chunks: readonly Uint8Array[],
): Promise<void> {
  for (let from = 0; from < chunks.length; from += AT_ONCE) {
    let left = chunks.slice(from, from + AT_ONCE).filter(({ length }) => length > 0);
    while (left.length > 0) left = behind(left, await write(left));
  }
}

/** What is left of chunks of which so many bytes are written. */
function behind(chunks: readonly Uint8Array[], written: number): Uint8Array[] {
  const left: Uint8Array[] = [];
  let done = written;
  for (const chunk of chunks) {
    if (done < chunk.length) left.push(chunk.subarray(done));
    done = Math.max(0, done - chunk.length);
  }
  return left;
}
