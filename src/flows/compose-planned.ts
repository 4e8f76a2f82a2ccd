import { createHash, createHmac } from 'node:crypto';
import type { Letter } from '../mail/letters/load-letter.ts';
import { type LetterValues, renderLetter, renderSubject } from '../mail/letters/render-letter.ts';
import { findReading, findUnit } from '../registry/look-ups.ts';
import type { PlannedMail } from '../registry/plan-mails.ts';
import { makeTag } from '../registry/tag.ts';
import type { Derived } from './derive.ts';
import { findLetter } from './find-letter.ts';
import { letterValues } from './letter-values.ts';
import type { Campaign } from './open-campaign.ts';

/** A mail, ready to be sent. */
export interface ComposedMail {
  readonly messageId: string;
  readonly subject: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly raw: Buffer;
  readonly sha256: string;
}

/**
 * Message-ID of a planned mail: the same plan gives the same id, nobody without the campaign's key can
 * guess it. That is what keeps a mail from being sent twice after a crash.
 */
export function messageIdOf(campaign: Campaign, mail: PlannedMail): string {
  const parts = [campaign.config.campaign, mail.kind, mail.letter, mail.unit, mail.to, mail.answers, ...mail.about];
  const hash = createHmac('sha256', Buffer.from(campaign.key, 'hex')).update(parts.join('\n')).digest('hex');
  const { address } = campaign.config.mailbox;
  const domain = address.slice(address.lastIndexOf('@') + 1) || 'localhost';
  return `mc.${mail.unit || 'x'}.${mail.kind}.${hash.slice(0, 24)}@${domain}`;
}

/** Subject line with the unit's tag, without composing the mail. */
export function subjectOf(campaign: Campaign, derived: Derived, mail: PlannedMail, now: string): string {
  const { letter, values, tag } = openLetter(campaign, derived, mail, now);
  return `${renderSubject(letter, values)}${tag}`;
}

/** Writes the letter, draws the attachments and composes the raw mail. `now` (ISO) becomes its Date. */
export async function composePlanned(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  now: string,
): Promise<ComposedMail> {
  const letter = render(campaign, derived, mail, now);
  // The spreadsheet packages are loaded only when something is composed.
  const { attachPlanned } = await import('./attach-planned.ts');
  const attachments = await attachPlanned(campaign, derived, mail, now);
  const reading = findReading(derived.readings, mail.answers);
  const request = derived.sent.find((one) => one.unit === mail.unit && one.kind === 'request' && one.to === mail.to);
  const parent = reading?.messageId || request?.messageId || '';
  const messageId = messageIdOf(campaign, mail);
  const { composeMail } = await import('../mail/outbox/compose-mail.ts');
  const raw = await composeMail({
    from: { name: campaign.config.mailbox.name, address: campaign.config.mailbox.address },
    to: mail.to,
    cc: mail.cc,
    ...letter,
    date: now,
    messageId,
    inReplyTo: parent,
    references: [...new Set([...(reading?.references ?? []), parent])].filter((id) => id !== ''),
    automatic: mail.kind === 'receipt' || mail.kind === 'return' || mail.kind === 'question',
    attachments,
  });
  return {
    messageId,
    subject: letter.subject,
    attachments,
    raw,
    sha256: createHash('sha256').update(raw).digest('hex'),
  };
}

function render(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  now: string,
): { subject: string; text: string; html: string } {
  const { letter, values, tag } = openLetter(campaign, derived, mail, now);
  const rendered = renderLetter(letter, values);
  return { ...rendered, subject: `${rendered.subject}${tag}` };
}

/** The letter, what its placeholders stand for, and the tag behind its subject. */
function openLetter(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  now: string,
): { readonly letter: Letter; readonly values: LetterValues; readonly tag: string } {
  const unit = findUnit(campaign.units, mail.unit);
  return {
    letter: findLetter(campaign, mail.letter),
    values: letterValues(campaign, derived, mail, unit, now),
    tag: unit ? ` ${makeTag(unit.code, campaign.config.campaign)}` : '',
  };
}
