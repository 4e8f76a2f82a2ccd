import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { printStatus } from '../../src/cli/print-status.ts';
import type { MailboxHealth } from '../../src/flows/mailbox-health.ts';
import { makeBoard } from '../../src/registry/board.ts';
import { makeTools } from '../support/campaign.ts';
import { CAMPAIGN, LIAISON, ROSTER, tell } from '../support/story.ts';

function lineOf(mailbox: MailboxHealth | null): string | undefined {
  const lines: string[] = [];
  const io: Io = {
    out: (text) => void lines.push(text),
    err: () => undefined,
    width: 120,
    terminal: false,
    tools: makeTools(),
  };
  const board = makeBoard(tell([]), [ROSTER, LIAISON], [], CAMPAIGN);
  const status = {
    campaign: 'c',
    title: '通知',
    timeZone: 'Asia/Shanghai',
    board,
    daysLeft: {},
    calendar: [],
    heartbeats: [],
    mailbox,
    next: [],
  };
  printStatus(status, io);
  return lines.find((line) => line.startsWith('邮箱'));
}

const known: MailboxHealth = {
  address: 'box@163.com',
  state: 'receiving',
  at: '2025-02-10T01:00:00.000Z',
  detail: '新收 2 封',
  newest: '2025-02-09T01:00:00.000Z',
  days: 0,
};

describe('what the status says of the mailbox', () => {
  it.each<[string, MailboxHealth | null, string | undefined]>([
    ['no mailbox', null, undefined],
    [
      'only settings',
      { ...known, state: 'configured', at: '', newest: '' },
      '邮箱 box@163.com：已设置，还没有连接过，运行 mingce harvest 收取',
    ],
    [
      'it answers',
      { ...known, state: 'connected', newest: '' },
      '邮箱 box@163.com：2025-02-10 09:00 连接正常，新收 2 封；还没有从这里收到过邮件',
    ],
    [
      'mail came',
      known,
      '邮箱 box@163.com：2025-02-10 09:00 连接正常，新收 2 封；最近一次从这里收到邮件是 2025-02-09 09:00',
    ],
    [
      'it is away',
      { ...known, state: 'failing', detail: '没有应答' },
      '邮箱 box@163.com：2025-02-10 09:00 连接失败，没有应答；最近一次从这里收到邮件是 2025-02-09 09:00',
    ],
    [
      'nobody looked for days',
      { ...known, days: 3 },
      '邮箱 box@163.com：2025-02-10 09:00 连接正常，新收 2 封；最近一次从这里收到邮件是 2025-02-09 09:00；已有 3 天没有收取，请运行 mingce harvest',
    ],
  ])('%s', (_what, mailbox, line) => {
    expect(lineOf(mailbox)).toBe(line);
  });
});
