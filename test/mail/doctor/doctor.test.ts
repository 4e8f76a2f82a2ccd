import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAddressBook, checkBounced } from '../../../src/flows/check-address-book.ts';
import { doctor, type Step } from '../../../src/flows/doctor.ts';
import type { Campaign } from '../../../src/flows/open-campaign.ts';
import { type Dovecot, freePort, startDovecot } from '../../support/dovecot.ts';
import { dropCampaign, openTestCampaign, testTools, testUnit } from '../../support/mail-campaign.ts';
import { needProgram } from '../../support/need-program.ts';
import { type Smtp, startSmtp } from '../../support/smtp.ts';

describe('the address book', () => {
  const units = [
    testUnit('510100', '成都市', ['a@example.com']),
    testUnit('510300', '自贡市', ['a@example.com', 'b@example']),
    testUnit('510400', '攀枝花市', []),
    testUnit('510500', '泸州市', ['box@163.com']),
  ];

  it('is told what is missing, malformed, shared, or our own', () => {
    const steps = checkAddressBook(units, 'box@163.com');

    expect(Object.fromEntries(steps.map((step) => [step.id, [step.state, step.detail]]))).toEqual({
      'book-missing': ['warning', '1 个单位没有邮箱：攀枝花市'],
      'book-malformed': ['failed', '自贡市 b@example'],
      'book-duplicate': ['warning', 'a@example.com（成都市、自贡市）'],
      'book-own': ['failed', '泸州市'],
    });
  });

  it('is told which addresses bounced, and how sure that is', () => {
    const bounced = [
      { unit: '510100', address: 'a@example.com', proven: true },
      { unit: '510400', address: 'c@example.com', proven: false },
    ];

    expect(checkBounced(units, bounced)).toMatchObject({
      state: 'warning',
      detail: '收到过退信：成都市 a@example.com；攀枝花市 c@example.com（看不出退的是哪封邮件）',
    });
    expect(checkBounced(units, []).state).toBe('ok');
  });

  it('is praised when it is complete', () => {
    expect(checkAddressBook(units.slice(0, 1), 'box@163.com').every((step) => step.state === 'ok')).toBe(true);
  });
});

describe.skipIf(!needProgram('dovecot'))('the doctor', () => {
  let dovecot: Dovecot;
  let smtp: Smtp;
  let campaign: Campaign;
  beforeAll(async () => {
    dovecot = await startDovecot();
    smtp = await startSmtp(dovecot);
  });
  afterAll(async () => {
    await smtp.stop();
    await dovecot.stop();
  });
  afterEach(() => dropCampaign(campaign));

  async function examine(
    change: Partial<Parameters<typeof openTestCampaign>[0]> = {},
    secret = dovecot.secret,
  ): Promise<Step[]> {
    campaign = openTestCampaign(
      {
        address: dovecot.user,
        secret,
        imap: { port: dovecot.imaps, secure: true },
        smtp: { port: smtp.port, secure: true },
        authorityFile: dovecot.authorityFile,
        ...change,
      },
      [testUnit('510100', '成都市', ['a@example.com'])],
    );
    const seen: Step[] = [];
    const steps = await doctor(campaign, testTools(secret), (step) => seen.push(step));
    expect(seen).toEqual(steps);
    return steps;
  }
  const open = (steps: readonly Step[]): string[] =>
    steps.filter((step) => step.state === 'failed').map((step) => step.id);

  it('ticks every step of a mailbox in order', async () => {
    dovecot.put('From: a@example.com\r\nSubject: x\r\n\r\nx\r\n');
    const steps = await examine();

    expect(open(steps)).toEqual([]);
    expect(steps.filter((step) => step.state === 'ok').map((step) => step.id)).toEqual(
      expect.arrayContaining([
        'imap-dns',
        'imap-tcp',
        'imap-tls',
        'imap-greeting',
        'imap-login',
        'imap-id',
        'imap-folders',
        'imap-select',
        'imap-search',
        'imap-fetch',
        'imap-sent',
        'smtp-tls',
        'smtp-greeting',
        'smtp-login',
        'clock',
        'folder-rights',
        'letter-contact',
      ]),
    );
    expect(steps.find((step) => step.id === 'imap-greeting')?.detail).toMatch(/^Dovecot/);
  });

  it.each([
    ['a closed port', async () => ({ imap: { port: await freePort(), secure: true } }), 'imap-tcp'],
    ['a name nobody knows', async () => ({ imap: { host: 'mail.invalid', port: 993, secure: true } }), 'imap-dns'],
    [
      'the plain port taken for the encrypted one',
      async () => ({ imap: { port: dovecot.imap, secure: true } }),
      'imap-tls',
    ],
  ] as const)('names the step that fails at %s, and leaves out what rests on it', async (_what, change, id) => {
    const steps = await examine(await change());

    expect(open(steps)).toEqual([id]);
    expect(steps.find((step) => step.id === id)?.remedy).not.toBe('');
    expect(steps.find((step) => step.id === 'imap-login')?.state).toBe('skipped');
  });

  it('stops at a refused secret and says where a good one is made', async () => {
    const steps = await examine({ provider: '163' }, 'wrong-secret');

    expect(open(steps)).toEqual(['imap-login']);
    expect(steps.find((step) => step.id === 'imap-login')?.remedy).toContain('客户端授权码');
    expect(steps.find((step) => step.id === 'smtp-login')?.state).toBe('skipped');
    expect(JSON.stringify(steps)).not.toContain('wrong-secret');
  });
});
