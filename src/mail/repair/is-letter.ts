import type { MailEntity } from './read-entity.ts';
import { structuredHeader } from './read-head.ts';

/** A text part that is no attachment: only these are written anew. */
export function isLetter(entity: MailEntity): boolean {
  const kind = kindOf(entity);
  if (kind !== '' && kind !== 'text' && kind !== 'text/plain' && kind !== 'text/html') return false;
  const disposition = structuredHeader(entity.headers, 'content-disposition');
  if (disposition.value.toLowerCase() === 'attachment' || disposition.parameters.has('filename')) return false;
  return !entity.contentType.parameters.has('name');
}

/** Media type of one part in lower case; '' for a multipart without a single delimiter line: whatever it says, it is one part. */
export function kindOf({ contentType }: MailEntity): string {
  const declared = contentType.value.toLowerCase();
  return declared.startsWith('multipart/') ? '' : declared;
}
