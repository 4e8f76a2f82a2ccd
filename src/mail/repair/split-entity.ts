/** A MIME entity cut into its pieces, none of them decoded; together they are the entity, byte for byte. */
export interface Entity {
  /** Header lines with their last line end. */
  readonly head: Buffer;
  /** The empty line after the header, '' when the entity has no body. */
  readonly gap: Buffer;
  readonly body: Buffer;
}

/** A multipart body: what stands between the parts (preamble, delimiter lines, epilogue), and the parts. */
export interface MultipartPiece {
  readonly kind: 'between' | 'part';
  readonly bytes: Buffer;
}

/** Cuts an entity at its first empty line. */
export function splitEntity(bytes: Buffer): Entity {
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf(10, at);
    const next = lineEnd < 0 ? bytes.length : lineEnd + 1;
    const length = next - at;
    if (length === 1 && bytes[at] === 10) return cut(bytes, at, next);
    if (length === 2 && bytes[at] === 13 && bytes[at + 1] === 10) return cut(bytes, at, next);
    at = next;
  }
  return cut(bytes, bytes.length, bytes.length);
}

function cut(bytes: Buffer, headEnd: number, bodyStart: number): Entity {
  return { head: bytes.subarray(0, headEnd), gap: bytes.subarray(headEnd, bodyStart), body: bytes.subarray(bodyStart) };
}

/** More pieces than any mail has; what follows stays in the last one. */
const MAX_PIECES = 5_000;

/** Cuts a multipart body at its delimiter lines (RFC 2046, section 5.1.1); the closing one may be missing. */
export function splitMultipart(body: Buffer, boundary: string): MultipartPiece[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: MultipartPiece[] = [];
  let from = 0;
  let open = false;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    const line = lineAt(body, at);
    const tail = body
      .subarray(at + delimiter.length, line)
      .toString('latin1')
      .trim();
    if (tail !== '' && tail !== '--') continue;
    pieces.push({ kind: open ? 'part' : 'between', bytes: body.subarray(from, at) });
    pieces.push({ kind: 'between', bytes: body.subarray(at, line) });
    from = line;
    open = tail === '';
    if (!open || pieces.length >= MAX_PIECES) break;
  }
  pieces.push({ kind: open ? 'part' : 'between', bytes: body.subarray(from) });
  return pieces;
}

function lineAt(body: Buffer, at: number): number {
  const end = body.indexOf(10, at);
  return end < 0 ? body.length : end + 1;
}
