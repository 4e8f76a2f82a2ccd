import { cutMultipart } from './cut-multipart.ts';
import type { StructuredHeader } from './parameters.ts';
import { type Header, readHead, structuredHeader } from './read-head.ts';
import { splitEntity } from './split-entity.ts';

/** A mail or a part of it (RFC 2045, section 2.4), its headers read and a multipart cut into its parts. */
export interface MailEntity {
  readonly headers: readonly Header[];
  readonly contentType: StructuredHeader;
  /** The empty line after the header, '' when there is no body. */
  readonly gap: Buffer;
  readonly body: Buffer;
  /** Of a multipart that has parts: what cuts it, and its pieces in order. */
  readonly multipart?: { readonly boundary: string; readonly pieces: readonly EntityPiece[] };
}

/** Delimiter lines and other text between the parts, or a part. */
export type EntityPiece =
  | { readonly kind: 'between'; readonly bytes: Buffer }
  | { readonly kind: 'part'; readonly entity: MailEntity };

/** What of a mail is read at most; counted while it is read. */
export interface EntityBounds {
  /** Parts that may still come, mails inside the mail among them; below zero when there were more. */
  partsLeft: number;
  /** True once parts lay deeper inside one another than `deepest`. */
  tooDeep: boolean;
  readonly deepest: number;
}

/** Reads the structure of a mail once for all who need it; what lies beyond the bounds is not cut further. */
export function readEntity(bytes: Buffer, bounds: EntityBounds, depth = 0): MailEntity {
  const { head, gap, body } = splitEntity(bytes);
  const headers = readHead(head);
  const contentType = structuredHeader(headers, 'content-type');
  const entity = { headers, contentType, gap, body };
  bounds.partsLeft -= 1;
  if (depth > bounds.deepest) bounds.tooDeep = true;
  if (bounds.tooDeep || bounds.partsLeft < 0) return entity;
  const type = contentType.value.toLowerCase();
  // Whoever opens it later comes with other bounds, but it counts here too.
  if (type === 'message/rfc822') readEntity(body, bounds, depth + 1);
  const cut = type.startsWith('multipart/') ? cutMultipart(contentType.parameters.get('boundary'), body) : undefined;
  if (!cut) return entity;
  const pieces = cut.pieces.map(
    (piece): EntityPiece =>
      piece.kind === 'part'
        ? { kind: 'part', entity: readEntity(piece.bytes, bounds, depth + 1) }
        : { kind: 'between', bytes: piece.bytes },
  );
  return { ...entity, multipart: { boundary: cut.boundary, pieces } };
}
