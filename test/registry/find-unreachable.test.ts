import { describe, expect, it } from 'vitest';
import { type Mail, mailbox, reply, request, tell, unit } from '../support/story.ts';

const address = mailbox('成都市');
const sent = [request('成都市', 'req-1@box'), request('德阳市', 'req-2@box')];

/** A bounce on the tenth of January; the requests went out on the third. */
function bounce(from: string, more: Mail['more'] = {}, mail: Mail = {}) {
  return reply({ from, ...mail, more: { kind: 'bounce', bounced: { addresses: [address], messageIds: [] }, ...more } });
}
const proven = (...readings: ReturnType<typeof reply>[]) =>
  tell(readings, { sent }).unreachable.map((one) => `${one.address} ${one.proven}`);

describe('a bounce proves that an address does not work', () => {
  it.each([
    [
      'the mail of ours that came back',
      bounce('x@relay.example', { bounced: { addresses: [address], messageIds: ['req-1@box'] } }),
    ],
    ['our mail in its references', bounce('x@relay.example', {}, { references: ['req-1@box'] })],
    ['our own provider wrote it', bounce('postmaster@example.com')],
    ['the mail system of the address wrote it', bounce('mailer-daemon@wjw.example.cn')],
  ])('%s', (_what, reading) => {
    expect(proven(reading)).toEqual([`${address} true`]);
  });
});

describe('a bounce that anybody could have written only asks for a look', () => {
  it.each([
    ['a person wrote it', bounce('evil@evil.example')],
    ['the mail system of somebody else wrote it', bounce('postmaster@evil.example')],
    ['its writer is only called like a mail system', bounce('my-postmaster@example.com')],
    [
      'it names a mail to another unit',
      bounce('x@relay.example', { bounced: { addresses: [address], messageIds: ['req-2@box'] } }),
    ],
    [
      'the server doubts its sender',
      bounce('postmaster@example.com', { authentication: { spf: 'softfail', dkim: '', dmarc: '' } }),
    ],
    ['nothing was sent there in the days before', bounce('postmaster@example.com', {}, { on: '02-10' })],
    ['it came before anything was sent', bounce('postmaster@example.com', {}, { on: '01-02' })],
  ])('%s', (_what, reading) => {
    expect(proven(reading)).toEqual([`${address} false`]);
  });
});

it('a mail that went to another unit in the days before proves nothing', () => {
  const { unreachable } = tell([bounce('postmaster@example.com')], { sent: [request('德阳市', 'req-2@box')] });

  expect(unreachable.map((one) => one.proven)).toEqual([false]);
});

it('says nothing of addresses that belong to no unit', () => {
  expect(
    proven(bounce('postmaster@example.com', { bounced: { addresses: ['x@qq.example'], messageIds: ['req-1@box'] } })),
  ).toEqual([]);
});

it('is outlived by a mail that comes from the address afterwards, unless that one is forged', () => {
  const returned = bounce('postmaster@example.com');
  const later = { from: address, subject: '收到', text: '收到', on: '01-12' };
  const forged = reply({ ...later, more: { authentication: { spf: 'fail', dkim: '', dmarc: '' } } });

  expect(proven(returned, reply(later))).toEqual([]);
  expect(proven(returned, forged)).toEqual([`${address} true`]);
  expect(tell([returned], { sent }).unreachable[0]?.unit).toBe(unit('成都市').code);
});
