import { headerOf } from '../repair/read-head.ts';
import { evidenceOf, type Letter } from './letter.ts';

const SUBJECT = /^[[【(（]?\s*(?:AD|广告)\s*[\])】）：:]/i;

/** Evidence that a mail was sent to a list of customers or marked as spam by a server; '' when not. A reply to a mail is none. */
export function isAdvertisement(letter: Letter): string {
  if (SUBJECT.test(letter.subject.trim())) return `Subject: ${letter.subject.trim().slice(0, 80)}`;
  // Filters err: an answer in a thread is shown to a person whatever they say.
  if (headerOf(letter.headers, 'in-reply-to') !== '') return '';
  const spam = headerOf(letter.headers, 'x-spam-flag') || headerOf(letter.headers, 'x-spam');
  if (/^yes|^true/i.test(spam)) return `X-Spam-Flag: ${spam.slice(0, 20)}`;
  const unsubscribe = evidenceOf(letter.headers, 'List-Unsubscribe');
  if (unsubscribe !== '') return unsubscribe;
  return /^(?:bulk|junk)$/i.test(headerOf(letter.headers, 'precedence'))
    ? evidenceOf(letter.headers, 'Precedence')
    : '';
}
