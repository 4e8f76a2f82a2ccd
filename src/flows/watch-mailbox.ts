import { openInbox } from '../mail/inbox/open-inbox.ts';
import type { MailAccount } from '../mail/providers/account.ts';
import { Outage } from '../text/outage.ts';
import { mailTaker } from './mail-taker.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** Longest wait of one IDLE; afterwards every folder is looked at, junk too. */
const IDLE_MILLISECONDS = 10 * 60_000;
const SHORTEST_PAUSE = 5000;
const LONGEST_PAUSE = 5 * 60_000;

/**
 * Does the work now and whenever there is new mail, until the signal of the tools comes. An outage is
 * waited out, longer each time up to five minutes; a refused login ends the watch, because repeating
 * it locks mailboxes.
 */
export async function watchMailbox(
  campaign: Campaign,
  account: MailAccount,
  tools: Tools,
  work: () => Promise<void>,
): Promise<void> {
  let pause = SHORTEST_PAUSE;
  while (tools.signal?.aborted !== true) {
    try {
      await work();
      tools.progress('正在等候新邮件（按 Ctrl+C 结束）');
      await untilNews(campaign, account, tools);
      pause = SHORTEST_PAUSE;
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      if (tools.signal?.aborted) return;
      tools.progress(`${error.message}，${Math.round(pause / 1000)} 秒后再连`);
      await tools.sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

/** Waits on one connection until a folder holds mail that the ledger does not know; beats the heart at every look. */
async function untilNews(campaign: Campaign, account: MailAccount, tools: Tools): Promise<void> {
  const taker = mailTaker(campaign, account.address, tools);
  const inbox = await openInbox(account);
  try {
    while (tools.signal?.aborted !== true) {
      for (const folder of inbox.folders) {
        const { uidValidity, uids } = await inbox.open(folder);
        const places = uids.map((uid) => ({ folder, uidValidity, uid }));
        // A mail that cannot be taken in is no news; it is asked for again when there is some.
        if (places.some((place) => !taker.isKnown(place) && !taker.isNoted(place))) return;
      }
      campaign.ledger.beat({
        account: account.address,
        at: tools.clock().toISOString(),
        ok: true,
        detail: inbox.hasIdle ? '正在等候（服务器会通知）' : `正在等候（每 ${account.provider.pollSeconds} 秒看一次）`,
        newest: taker.newest(),
      });
      await inbox.waitForNews(inbox.hasIdle ? IDLE_MILLISECONDS : account.provider.pollSeconds * 1000, tools.signal);
    }
  } finally {
    await inbox.close();
  }
}
