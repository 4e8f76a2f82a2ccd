import { type MultipartPiece, splitMultipart } from './split-entity.ts';

/** A delimiter line and a header line after it; 70 characters at most by RFC 2046, section 5.1.1, more in the wild. */
const DELIMITER = /(?:^|\n)--([^\r\n]{1,250}?)[ \t]*\r?\n(?:[A-Za-z][A-Za-z-]{1,60}:|\r?\n)/;

/**
 * Cuts a multipart body at the declared boundary where that cuts something, else at the one that the body itself shows
 * (a gateway rewrote the header, or left the parameter out). Undefined when the body has no parts.
 */
export function cutMultipart(
  declared: string | undefined,
  body: Buffer,
): { readonly boundary: string; readonly pieces: readonly MultipartPiece[] } | undefined {
  const pieces = declared ? splitMultipart(body, declared) : [];
  if (declared && pieces.some(({ kind }) => kind === 'part')) return { boundary: declared, pieces };
  const boundary = DELIMITER.exec(body.subarray(0, 65_536).toString('latin1'))?.[1];
  return boundary === undefined ? undefined : { boundary, pieces: splitMultipart(body, boundary) };
}
