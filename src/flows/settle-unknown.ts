import { openInbox } from '../mail/inbox/open-inbox.ts';
import type { MailAccount } from '../mail/providers/account.ts';
import type { LedgerEvent } from '../registry/event.ts';
import { Outage } from '../text/outage.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import { type SendHistory, sendHistory } from './plan-send.ts';
import type { Tools } from './tools.ts';

/**
 * Settles mails of which nobody knows whether they left (a connection lost after DATA, a program that was
 * ended): an answer to it or a copy in the folder of sent mail proves that it did. Without proof it stays
 * unknown and is not sent again by itself. Returns those that stay unknown. With `mustLook`, for mails that a person wants
 * sent once more, a folder of sent mail that cannot be looked into is an Outage.
 */
export async function settleUnknown(
  campaign: Campaign,
  derived: Derived,
  account: MailAccount,
  tools: Tools,
  mustLook: boolean,
): Promise<SendHistory[]> {
  const open = [...sendHistory(campaign.ledger.events()).values()].filter(
    ({ outcome }) => outcome === 'open' || outcome === 'unknown',
  );
  if (open.length === 0) return [];
  const answered = new Set(
    derived.readings.flatMap((reading) => [...reading.references, ...reading.bounced.messageIds]),
  );
  const unproven = open.filter(({ intended }) => !answered.has(intended.messageId));
  const ids = unproven.map(({ intended }) => intended.messageId);
  const filed = ids.length === 0 ? new Set<string>() : await lookUp(account, ids, tools, mustLook);
  const events = open.flatMap(({ intended, outcome }): LedgerEvent[] => {
    const { messageId } = intended;
    if (answered.has(messageId))
      return [{ type: 'send-settled', messageId, outcome: 'sent', response: '收到了对这封邮件的回复' }];
    if (filed.has(messageId)) return [{ type: 'send-settled', messageId, outcome: 'sent', response: FOUND }];
    if (outcome === 'open')
      return [{ type: 'send-settled', messageId, outcome: 'unknown', response: '发送时程序被中断' }];
    return [];
  });
  if (events.length > 0) campaign.ledger.append(tools.clock().toISOString(), events);
  return unproven
    .filter(({ intended }) => !filed.has(intended.messageId))
    .map((one) => ({ ...one, outcome: 'unknown' }));
}

/** Chinese: why a mail counts as sent. */
export const FOUND = '在已发送文件夹里找到';

/** Servers that file sent mail by themselves take a moment for it. Milliseconds. */
const FILING = 60_000;

/** True when a mail that may just have left turns up in the folder of sent mail, where the server files it by itself. */
export async function turnsUp(account: MailAccount, messageId: string, tools: Tools): Promise<boolean> {
  if (!account.provider.filesSentItself) return false;
  tools.progress('不能确定是否发出，1 分钟后到已发送文件夹核实');
  await tools.sleep(FILING);
  return (await lookUp(account, [messageId], tools, false)).has(messageId);
}

async function lookUp(
  account: MailAccount,
  messageIds: readonly string[],
  tools: Tools,
  mustLook: boolean,
): Promise<Set<string>> {
  try {
    const inbox = await openInbox(account);
    try {
      return await inbox.findSent(messageIds);
    } finally {
      await inbox.close();
    }
  } catch (error) {
    if (!(error instanceof Outage) || mustLook) throw error;
    tools.progress(`没能查看已发送文件夹：${error.message}`);
    return new Set();
  }
}
