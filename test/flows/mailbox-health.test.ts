import { describe, expect, it } from 'vitest';
import { mailboxHealth } from '../../src/flows/mailbox-health.ts';

const NOW = '2025-02-10T02:00:00.000Z';
const beat = (ok: boolean, newest: string, at = '2025-02-10T01:00:00.000Z') => [
  { account: 'box@163.com', at, ok, detail: '新收 0 封', newest },
];

describe('what is known of the mailbox', () => {
  it.each([
    ['nothing but its settings', [], 'configured'],
    ['the last contact failed, whatever came before', beat(false, '2025-02-09T01:00:00.000Z'), 'failing'],
    ['it answers, but no mail ever came', beat(true, ''), 'connected'],
    ['mail really came', beat(true, '2025-02-09T01:00:00.000Z'), 'receiving'],
  ])('%s', (_what, heartbeats, state) => {
    expect(mailboxHealth('box@163.com', heartbeats, NOW, 'Asia/Shanghai')?.state).toBe(state);
  });

  it('is nothing of another mailbox, and nothing without one', () => {
    expect(mailboxHealth('new@163.com', beat(true, NOW), NOW, 'Asia/Shanghai')?.state).toBe('configured');
    expect(mailboxHealth('', beat(true, NOW), NOW, 'Asia/Shanghai')).toBeNull();
  });

  it('counts the days without contact', () => {
    const heartbeats = beat(true, '2025-02-01T01:00:00.000Z', '2025-02-07T15:00:00.000Z');
    expect(mailboxHealth('box@163.com', heartbeats, NOW, 'Asia/Shanghai')?.days).toBe(3);
  });
});
