import { afterEach, describe, expect, it } from 'vitest';
import { checkMailbox } from '../../../src/mail/doctor/check-mailbox.ts';
import type { Step } from '../../../src/mail/doctor/step.ts';
import { NETEASE_163 } from '../../../src/mail/providers/netease-163.ts';
import { type FakeImap, type FakeMail, type FakeOptions, startFakeImap } from '../../support/fake-imap.ts';

let fake: FakeImap;
afterEach(() => fake.stop());

const mail = (fault?: NonNullable<FakeMail['fault']>): FakeMail => ({
  uid: 7,
  raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
  ...(fault === undefined ? {} : { fault }),
});

async function examine(options: FakeOptions, mails: FakeMail[] = [mail()]): Promise<Step[]> {
  fake = await startFakeImap(options);
  fake.folders = [
    { name: 'INBOX', flags: '', mails, uidValidity: 1 },
    { name: '&XfJT0ZAB-', flags: '\\Sent', mails: [], uidValidity: 1 },
    { name: '&dcVr0mWHTvZZOQ-', flags: '', mails: [], uidValidity: 1 },
  ];
  return checkMailbox({
    address: 'box@163.com',
    user: 'box',
    name: '',
    secret: 'secret',
    provider: NETEASE_163,
    imap: { host: '127.0.0.1', port: fake.port, secure: false },
    smtp: { host: '127.0.0.1', port: 1, secure: false },
  });
}

const states = (steps: readonly Step[]): string[] => steps.map((step) => `${step.id} ${step.state}`);

describe('a mailbox at 163, step by step', () => {
  it('introduces itself after login and says which folders it leaves alone', async () => {
    const steps = await examine({ wantsId: true });

    expect(states(steps)).toEqual([
      'imap-login ok',
      'imap-id ok',
      'imap-folders ok',
      'imap-select ok',
      'imap-search ok',
      'imap-fetch ok',
      'imap-sent ok',
    ]);
    expect(steps[1]?.detail).toBe('Coremail Imap');
    expect(steps[2]?.detail).toBe('INBOX；不收取：病毒文件夹');
  });

  it('stops where the folder is refused as unsafe, with what to do', async () => {
    const steps = await examine({ wantsId: true, badId: true });

    expect(states(steps)).toEqual([
      'imap-login ok',
      'imap-id warning',
      'imap-folders ok',
      'imap-select failed',
      'imap-search skipped',
      'imap-fetch skipped',
      'imap-sent skipped',
    ]);
    expect(steps[3]?.remedy).toContain('请用网页登录该邮箱');
  });

  it('tells when the newest mail is listed but not given', async () => {
    const steps = await examine({}, [mail('empty')]);

    expect(states(steps)).toContain('imap-fetch failed');
    expect(steps.filter((step) => step.state === 'failed').map((step) => step.remedy)).toEqual([
      expect.stringContaining('请用网页邮箱打开'),
    ]);
  });
});
