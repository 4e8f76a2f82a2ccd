import { createHash } from 'node:crypto';

/** Bodies of attachments that a parser need not see: it gets a short stand-in for each. */
export interface DetachedBodies {
  /** Decoded body by the text of its stand-in. */
  readonly bodies: ReadonlyMap<string, Buffer>;
  /** Takes a base64 body out; returns its stand-in, plain text, or undefined for a body that stays. */
  detach(body: Buffer): Buffer | undefined;
}

/** A smaller body costs a parser no more than its stand-in. Bytes of base64. */
const SHORTEST = 2048;
/** What decoders take in different ways: padding before the end, and the letters of the other alphabet (RFC 4648, section 5). */
const DISPUTED = ['=', '-', '_'] as const;

/**
 * Parsers go through a mail line by line, and an attachment is nearly all of its lines. A body of base64 that means
 * the same to every decoder is decoded here at once: all of them pass over what is no base64 (RFC 2045, section 6.8). A body
 * about which they differ stays for the parser. A stand-in holds the hash of the mail (`sha256`, where it is known already),
 * which no mail can quote.
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
      const unpadded = text.slice(0, text.length - padding);
      // Looked for one by one, which is many times faster than a pattern: bodies are nearly all that is read here.
      if (DISPUTED.some((character) => unpadded.includes(character))) return undefined;
      hash ??= createHash('sha256').update(raw).digest('hex');
      const standIn = `${hash} ${bodies.size}`;
      bodies.set(standIn, Buffer.from(text, 'base64'));
      return Buffer.from(`${standIn}\r\n`);
    },
  };
}
