const CHUNK = 65_536;

/** Collects text as bytes, chunk by chunk, so that a sheet of 100 MB never is one string and its pieces die young. */
export interface ByteChunks {
  readonly add: (text: string) => void;
  /** All text that was added, between `head` and `tail`, as UTF-8. */
  readonly bytes: (head: string, tail: string) => Buffer;
}

/** Starts an empty collection. */
export function collectBytes(): ByteChunks {
  const chunks: Buffer[] = [];
  let waiting = '';
  return {
    add: (text) => {
      waiting += text;
      if (waiting.length < CHUNK) return;
      chunks.push(Buffer.from(waiting, 'utf8'));
      waiting = '';
    },
    bytes: (head, tail) => Buffer.concat([Buffer.from(head, 'utf8'), ...chunks, Buffer.from(waiting + tail, 'utf8')]),
  };
}
