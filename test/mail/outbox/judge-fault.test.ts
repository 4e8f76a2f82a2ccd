import { describe, expect, it } from 'vitest';
import { judgeFault, type SendFault, type SendOutcome } from '../../../src/mail/outbox/judge-fault.ts';

const fault = (reply: string, dataBegun = false, authentication = false): Parameters<typeof judgeFault>[0] => ({
  reply,
  code: Number(/^\d{3}/.exec(reply)?.[0] ?? 0),
  dataBegun,
  authentication,
  about: 'mail',
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
    ['553 authentication is required', 'stop-and-ask'],
    ['501 mail from address must be same as authorization user', 'stop-and-ask'],
    ['501 Bad recipient address syntax', 'rejected'],
    ['550 User not found: nobody@example.com', 'rejected'],
    ['552 message too large', 'rejected'],
  ])('%s → %s', (reply, outcome) => {
    expect(judgeFault(fault(reply, true)).outcome).toBe(outcome);
  });

  it('without any reply is certain only before DATA', () => {
    expect(judgeFault(fault('', false)).outcome).toBe('not-sent');
    expect(judgeFault(fault('', true)).outcome).toBe('unknown');
  });

  it('asks a person when the secret is refused', () => {
    expect(judgeFault(fault('535 Error: authentication failed', false, true)).outcome).toBe('stop-and-ask');
  });

  it.each<[string, SendFault['about'], SendOutcome, boolean]>([
    ['450 Mailbox busy', 'recipient', 'retry-later', false],
    ['450 RP:DRC too many recipients', 'recipient', 'retry-later', true],
    ['451 MI:SFQ too many mails in 15 minutes', 'mail', 'retry-later', true],
    ['421 Service not available', 'line', 'retry-later', true],
    ['550 User not found', 'recipient', 'rejected', false],
    ['554 IP 192.0.2.1 is blocked', 'line', 'stop-and-ask', true],
    ['552 message too large', 'line', 'rejected', false],
    ['554 DT:SPM', 'recipient', 'stop-and-ask', true],
  ])('%s, about the %s: %s, the others wait: %s', (reply, about, outcome, stops) => {
    expect(judgeFault({ ...fault(reply), about })).toEqual({ outcome, stops });
  });
});
