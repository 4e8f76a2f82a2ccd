import { describe, expect, it } from 'vitest';
import { judgeReply } from '../../../src/mail/outbox/judge-reply.ts';

const fault = (reply: string, dataBegun = false, authentication = false): Parameters<typeof judgeReply>[0] => ({
  reply,
  code: Number(/^\d{3}/.exec(reply)?.[0] ?? 0),
  dataBegun,
  authentication,
});

describe('a failed attempt to send', () => {
  it.each([
    ['421 HL:ICC too many connections', 'retry-later'],
    ['451 MI:SFQ too many mails in 15 minutes', 'retry-later'],
    ['450 RP:DRC too many recipients', 'retry-later'],
    ['451 DT:SPM please try again later', 'retry-later'],
    ['550 RP:TRC daily quota', 'stop-until-tomorrow'],
    ['554 MI:STC daily quota', 'stop-until-tomorrow'],
    ['554 HL:ITC', 'stop-until-tomorrow'],
    ['554 DT:SPM 126 http://mail.163.com/help_spam_16.htm', 'stop-and-ask'],
    ['553 Mail from must equal authorized user', 'stop-and-ask'],
    ['550 User not found: nobody@example.com', 'rejected'],
    ['552 message too large', 'rejected'],
  ])('%s → %s', (reply, outcome) => {
    expect(judgeReply(fault(reply, true))).toBe(outcome);
  });

  it('without any reply is certain only before DATA', () => {
    expect(judgeReply(fault('', false))).toBe('not-sent');
    expect(judgeReply(fault('', true))).toBe('unknown');
  });

  it('asks a person when the secret is refused', () => {
    expect(judgeReply(fault('535 Error: authentication failed', false, true))).toBe('stop-and-ask');
  });
});
