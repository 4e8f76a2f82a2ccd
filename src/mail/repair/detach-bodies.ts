import { createHash } from 'node:crypto';

/** Bodies of attachments that a parser need not see: it gets a short stand-in for each. */
export interface DetachedBodies {
  /** Decoded body by the text of its stand-in. */
  readonly bodies: ReadonlyMap<string, Buffer>;
  /** Takes a base64 body out; returns the base64 of its stand-in, or undefined for a body that stays. */
  detach(body: Buffer): Buffer | undefined;
}

/** A smaller body costs a parser no more than its stand-in. Bytes of base64. */
const SHORTEST = 2048;
const FOREIGN = /[^A-Za-z0-9+/\r\n]/;

/**
 * Parsers go through a mail line by line, and an attachment is nearly all of its lines. A body of flawless base64 means
 * the same to every decoder, so it is decoded here at once; what is damaged stays for the parser. A stand-in holds the
 * hash of the mail (`sha256`, where it is known already), which no mail can quote.
 */
export function detachBodies(raw: Uint8Array, sha256?: string): DetachedBodies {
  const bodies = new Map<string, Buffer>();
  let hash = sha256;
  return {
    bodies,
    detach(body) {
      if (body.length < SHORTEST) return undefined;
      const text = body.toString('latin1').trimEnd();
      const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
      // One pass that stops at the first fault: a pattern for the whole body would go back over a hostile one.
      if (FOREIGN.test(text.slice(0, text.length - padding))) return undefined;
      hash ??= createHash('sha256').update(raw).digest('hex');
      const standIn = `${hash} ${bodies.size}`;
      bodies.set(standIn, Buffer.from(text, 'base64'));
      return Buffer.from(`${Buffer.from(standIn).toString('base64')}\r\n`);
    },
  };
}
