import type { Entry } from '../unpack/entry.ts';
import { isLetter } from './is-letter.ts';
import type { EntityPiece, MailEntity } from './read-entity.ts';
import { headerOf, structuredHeader } from './read-head.ts';

/** A mail parted into its attachments and all else. */
export interface TakenApart {
  /** The mail without the attachments that were taken out. */
  readonly rest: MailEntity;
  /** Every part that is no letter, in order: an attachment with its bytes, or undefined where it was left for the parser. */
  readonly parts: readonly (Entry | undefined)[];
}

/**
 * Takes those attachments out of a mail that need no parser: parts in base64 that mean the same to every decoder. A parser
 * would go through them line by line, and they are nearly all that a mail holds. Undefined for a mail that holds other mails
 * or reports: how their parts count is the parser's to say.
 */
export function takeAttachments(mail: MailEntity): TakenApart | undefined {
  const parts: (Entry | undefined)[] = [];
  if (holdsMessages(mail)) return undefined;
  return { rest: withoutAttachments(mail, false, parts), parts };
}

function holdsMessages({ contentType, multipart }: MailEntity): boolean {
  if (!multipart) return contentType.value.toLowerCase().startsWith('message/');
  return multipart.pieces.some((piece) => piece.kind === 'part' && holdsMessages(piece.entity));
}

function withoutAttachments(entity: MailEntity, related: boolean, parts: (Entry | undefined)[]): MailEntity {
  const { multipart, contentType } = entity;
  if (!multipart) {
    if (!isLetter(entity)) parts.push(undefined);
    return entity;
  }
  const within = related || contentType.value.toLowerCase() === 'multipart/related';
  const pieces: EntityPiece[] = [];
  for (const piece of multipart.pieces) {
    const attachment = piece.kind === 'part' ? attachmentOf(piece.entity, within) : undefined;
    if (attachment) {
      parts.push(attachment);
      // The delimiter line before it.
      pieces.pop();
    } else if (piece.kind === 'part') {
      pieces.push({ kind: 'part', entity: withoutAttachments(piece.entity, within, parts) });
    } else pieces.push(piece);
  }
  return { ...entity, multipart: { ...multipart, pieces } };
}

/** A part that every parser takes for an attachment, with its name and its place in the letter as they read them. */
function attachmentOf({ headers, contentType, body, multipart }: MailEntity, related: boolean): Entry | undefined {
  if (multipart || !/^(?:application|image|audio|video)\//i.test(contentType.value)) return undefined;
  if (headerOf(headers, 'content-transfer-encoding').toLowerCase() !== 'base64') return undefined;
  const bytes = decodeUndisputed(body);
  if (!bytes) return undefined;
  const disposition = structuredHeader(headers, 'content-disposition');
  const name = disposition.parameters.get('filename') || contentType.parameters.get('name') || '';
  const isShown = related && headerOf(headers, 'content-id') !== '';
  return { name, bytes, inline: isShown || disposition.value.toLowerCase() === 'inline' };
}

/** What decoders take in different ways: padding before the end, and the letters of the other alphabet (RFC 4648, section 5). */
const DISPUTED = ['=', '-', '_'] as const;

/** Decodes base64 about which no two decoders differ: all of them pass over what is no base64 (RFC 2045, section 6.8). */
function decodeUndisputed(body: Buffer): Buffer | undefined {
  const text = body.toString('latin1').trimEnd();
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  const unpadded = text.slice(0, text.length - padding);
  // Looked for one by one, which is many times faster than a pattern: bodies are nearly all that is read here.
  return DISPUTED.some((character) => unpadded.includes(character)) ? undefined : Buffer.from(text, 'base64');
}
