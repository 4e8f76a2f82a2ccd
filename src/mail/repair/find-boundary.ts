import { splitMultipart } from './split-entity.ts';

/** A delimiter line and a header line after it; 70 characters at most by RFC 2046, section 5.1.1, more in the wild. */
const DELIMITER = /(?:^|\n)--([^\r\n]{1,250}?)[ \t]*\r?\n(?:[A-Za-z][A-Za-z-]{1,60}:|\r?\n)/;

/**
 * The boundary of a multipart body: the declared one where it cuts something, else the one that the body itself shows
 * (a gateway rewrote the header, or left the parameter out). Undefined when the body has no parts.
 */
export function findBoundary(declared: string | undefined, body: Buffer): string | undefined {
  if (declared && splitMultipart(body, declared).some(({ kind }) => kind === 'part')) return declared;
  return DELIMITER.exec(body.subarray(0, 65_536).toString('latin1'))?.[1];
}
