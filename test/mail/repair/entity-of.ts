import { openMail } from '../../../src/mail/read/mail-bounds.ts';
import type { MailEntity } from '../../../src/mail/repair/read-entity.ts';

/** The structure of a mail within the bounds. */
export function entityOf(raw: Uint8Array): MailEntity {
  const opened = openMail(raw);
  if ('refusal' in opened) throw new Error(opened.refusal.code);
  return opened.entity;
}
