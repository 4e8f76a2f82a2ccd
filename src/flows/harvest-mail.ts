import type { Inbox, MailFace } from '../mail/inbox/inbox.ts';
import { openInbox } from '../mail/inbox/open-inbox.ts';
import { takeNewMails } from '../mail/inbox/take-new-mails.ts';
import type { MailAccount } from '../mail/providers/account.ts';
import { localTime } from '../text/local-time.ts';
import { Outage } from '../text/outage.ts';
import type { HarvestResult } from './harvest-folder.ts';
import { type HarvestListener, NOBODY } from './harvest-listener.ts';
import { mailAccount } from './mail-account.ts';
import { type CountingTaker, mailTaker } from './mail-taker.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import { watchMailbox } from './watch-mailbox.ts';

/** Pauses before a lost connection is opened again, in milliseconds. */
const PAUSES = [2000, 5000, 15_000];

/**
 * Takes in new mail from the campaign's mailbox; with `watch` until the signal of the tools comes.
 * A lost connection is opened again a few times; what had arrived is safe in any case.
 * `listener` hears of new messages once they are safe. Throws UserError for settings or a refused login, Outage when the server stays away.
 */
export async function harvestMail(
  campaign: Campaign,
  watch: boolean,
  tools: Tools,
  listener: HarvestListener = NOBODY,
): Promise<HarvestResult> {
  const account = await mailAccount(campaign, tools);
  if (!watch) return harvestOnce(campaign, account, tools, listener);
  const total = { taken: 0, known: 0, problems: [] as HarvestResult['problems'] };
  await watchMailbox(campaign, account, tools, async () => {
    const result = await harvestOnce(campaign, account, tools, listener);
    total.taken += result.taken;
    total.known = result.known;
    total.problems = result.problems;
  });
  return total;
}

/** One pass over all folders, with a heartbeat in the ledger whatever comes of it. */
async function harvestOnce(
  campaign: Campaign,
  account: MailAccount,
  tools: Tools,
  listener: HarvestListener,
): Promise<HarvestResult> {
  const taker = mailTaker(campaign, account.address, tools, listener);
  const beat = (ok: boolean, detail: string): void =>
    campaign.ledger.beat({
      account: account.address,
      at: tools.clock().toISOString(),
      ok,
      detail,
      newest: taker.newest(),
    });
  try {
    const { timeZone } = campaign.config;
    const result = await withRetries(() => passOver(account, taker, timeZone), taker.progress, tools);
    const { known, problems } = result;
    beat(true, `新收 ${taker.taken()} 封`);
    return { taken: taker.taken(), known, problems };
  } catch (error) {
    beat(false, error instanceof Error ? error.message : '未知错误');
    throw error;
  }
}

async function passOver(
  account: MailAccount,
  taker: CountingTaker,
  timeZone: string,
): Promise<Omit<HarvestResult, 'taken'>> {
  const inbox = await openInbox(account);
  try {
    return await takeFolders(inbox, account, taker, timeZone);
  } finally {
    await inbox.close();
  }
}

async function takeFolders(
  inbox: Inbox,
  account: MailAccount,
  taker: CountingTaker,
  timeZone: string,
): Promise<Omit<HarvestResult, 'taken'>> {
  const problems: { name: string; problem: string }[] = [];
  let known = 0;
  for (const folder of inbox.folders) {
    const result = await takeNewMails(inbox, folder, taker);
    known += result.known;
    if (result.problems.length === 0) continue;
    const faces = await inbox.faces(result.problems.map(({ uid }) => uid).sort((a, b) => a - b));
    for (const problem of result.problems) {
      taker.note(problem);
      const face = sayFace(faces.get(problem.uid), timeZone);
      problems.push({ name: `${account.address} ${folder} 第 ${problem.uid} 号${face}`, problem: problem.problem });
    }
  }
  return { known, problems };
}

/** `（2025-02-01 09:00 收到，发件人 a@b.cn，主题“报送”）`: by this a person finds the mail on the web. */
function sayFace(face: MailFace | undefined, timeZone: string): string {
  const parts = [
    face?.receivedAt ? `${localTime(face.receivedAt, timeZone)} 收到` : '',
    face?.from ? `发件人 ${face.from}` : '',
    face?.subject ? `主题“${face.subject}”` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

/** Repeats after an outage; the pauses begin anew as long as each attempt gets further than the one before. */
async function withRetries<Result>(work: () => Promise<Result>, progress: () => number, tools: Tools): Promise<Result> {
  let attempt = 0;
  let before = progress();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (progress() > before) attempt = 0;
      before = progress();
      const pause = PAUSES[attempt];
      attempt += 1;
      if (!(error instanceof Outage) || pause === undefined || tools.signal?.aborted === true) throw error;
      tools.progress(`${error.message}，${pause / 1000} 秒后再连`);
      await tools.sleep(pause);
    }
  }
}
