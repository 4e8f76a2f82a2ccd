import { parseMail } from '../read/parse-mail.ts';
import { type Budget, takeFromBudget } from './bounds.ts';
import type { Opened } from './entry.ts';

/** Opens a mail that came as a file (message/rfc822, .eml). Never throws. */
export async function openMail(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  const mail = await parseMail(bytes);
  if ('refusal' in mail)
    return { ok: false, code: mail.refusal.code === 'mail/damaged' ? 'file/damaged-mail' : 'file/archive-too-deep' };
  const total = mail.entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
  if (!takeFromBudget(budget, mail.entries.length, total)) return { ok: false, code: 'file/archive-too-large' };
  return { ok: true, entries: mail.entries };
}
