import type { MailKind } from '../message.ts';
import { isAdvertisement } from './is-advertisement.ts';
import { isAutoReply } from './is-auto-reply.ts';
import { isBounce } from './is-bounce.ts';
import { isReadReceipt } from './is-read-receipt.ts';
import type { Classification, Letter } from './letter.ts';

const JUDGES: readonly (readonly [kind: MailKind, judge: (letter: Letter) => string])[] = [
  ['read-receipt', isReadReceipt],
  ['bounce', isBounce],
  ['auto-reply', isAutoReply],
  ['advertisement', isAdvertisement],
];

/**
 * What a mail is. One that carries a workbook is a person's, whatever its headers say; all others are
 * judged by evidence, read receipts and bounces before automatic replies, which share their headers.
 */
export function classifyMail(letter: Letter): Classification {
  if (letter.hasWorkbook) return { kind: 'ordinary', kindReason: '' };
  for (const [kind, judge] of JUDGES) {
    const kindReason = judge(letter);
    if (kindReason !== '') return { kind, kindReason };
  }
  return { kind: 'ordinary', kindReason: '' };
}
