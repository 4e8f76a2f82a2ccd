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
 * What a mail is. One that carries a workbook is a person's, whatever its headers say; evidence that a program sent it is
 * kept, because no program is answered. All others are judged by evidence, read receipts and bounces before automatic
 * replies, which share their headers.
 */
export function classifyMail(letter: Letter): Classification {
  if (letter.hasWorkbook) return { kind: 'ordinary', kindReason: machineEvidence(letter) };
  for (const [kind, judge] of JUDGES) {
    const kindReason = judge(letter);
    if (kindReason !== '') return { kind, kindReason };
  }
  return { kind: 'ordinary', kindReason: '' };
}

/** Subjects do not count: people answer a mail that is called 自动回复, and send their workbook with it. */
function machineEvidence(letter: Letter): string {
  const evidence = isReadReceipt(letter) || isBounce(letter) || isAutoReply(letter);
  return evidence.startsWith('Subject:') ? '' : evidence;
}
