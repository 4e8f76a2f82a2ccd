/** Chunks at least as long stand for themselves: to copy them costs more than to write them one by one. */
const LONG = 65_536;

/**
 * The same bytes in few chunks. Those that follow one another in memory are one view and are not copied; short ones beside
 * each other are copied together.
 */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array[] {
  const joined: Uint8Array[] = [];
  let short: Uint8Array[] = [];
  const close = (): void => {
    const [only] = short;
    if (only) joined.push(short.length === 1 ? only : Buffer.concat(short));
    short = [];
  };
  for (const view of joinViews(chunks)) {
    if (view.length < LONG) short.push(view);
    else {
      close();
      joined.push(view);
    }
  }
  close();
  return joined;
}

function joinViews(chunks: readonly Uint8Array[]): Uint8Array[] {
  const views: Uint8Array[] = [];
  for (const chunk of chunks) {
    const last = views.at(-1);
    const follows = last?.buffer === chunk.buffer && last.byteOffset + last.length === chunk.byteOffset;
    if (last && follows)
      views[views.length - 1] = Buffer.from(last.buffer, last.byteOffset, last.length + chunk.length);
    else views.push(chunk);
  }
  return views;
}
