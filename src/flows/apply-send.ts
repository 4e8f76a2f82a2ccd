import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInbox } from '../mail/inbox/open-inbox.ts';
import { OUTCOME_WORDS } from '../mail/outbox/judge-fault.ts';
import { openOutbox, type SendResult } from '../mail/outbox/open-outbox.ts';
import type { MailAccount } from '../mail/providers/account.ts';
import type { SendIntended } from '../registry/event.ts';
import type { PlannedMail } from '../registry/plan-mails.ts';
import { writeAtomically } from '../store/atomic-write.ts';
import { localDate } from '../text/local-date.ts';
import { Outage } from '../text/outage.ts';
import { composePlanned } from './compose-planned.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import { type SendHistory, sendHistory } from './plan-send.ts';
import type { SendLine } from './send-report.ts';
import { FOUND, turnsUp } from './settle-unknown.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

/** What is to be sent: the plan with its lines, and unsettled mails that a person wants sent once more. */
export interface SendWork {
  readonly mails: readonly PlannedMail[];
  readonly lines: readonly SendLine[];
  readonly again: readonly SendHistory[];
  /** ISO instant; the Date of every mail. */
  readonly now: string;
}

/** Pauses before a mail that was put off is tried again, in milliseconds (NetEase asks for two minutes at least). */
const PUT_OFF = [125_000, 900_000];

const ENOUGH = '今天的发信数量已到上限，明天再运行 mingce send';

interface Ready {
  readonly line: SendLine;
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
  readonly intent: SendIntended;
}

/**
 * Sends one mail after the other at the provider's pace. Each is composed once, kept under outbox/ and
 * recorded as intended, synced, before the connection is opened; the outcome is recorded after it.
 */
export async function applySend(
  campaign: Campaign,
  derived: Derived,
  account: MailAccount,
  work: SendWork,
  tools: Tools,
): Promise<SendLine[]> {
  const outbox = openOutbox(account);
  const done: SendLine[] = [];
  const copies: Ready[] = [];
  let left = allowance(campaign, account.provider.limits.perDay, work.now);
  let stop = '';
  let first = true;

  async function send(ready: Ready): Promise<SendResult> {
    if (!first) await tools.sleep(account.provider.limits.secondsBetween * 1000);
    first = false;
    if (isStopped(tools)) return { outcome: 'not-sent', stops: true, response: '已停止' };
    campaign.ledger.append(tools.clock().toISOString(), [ready.intent]);
    let result = await outbox.send(ready.recipients, ready.raw);
    settle(campaign, ready.intent.messageId, result, tools);
    for (const pause of PUT_OFF) {
      if (result.outcome !== 'retry-later' || !result.stops) break;
      // The words of the server name the recipient; they stand in the ledger, not in a log.
      tools.progress(`服务器请稍后再发，${Math.round(pause / 60_000)} 分钟后再试`);
      await tools.sleep(pause);
      // A pause that was cut short is no reason to knock again early.
      if (isStopped(tools)) break;
      campaign.ledger.append(tools.clock().toISOString(), [ready.intent]);
      result = await outbox.send(ready.recipients, ready.raw);
      settle(campaign, ready.intent.messageId, result, tools);
    }
    if (result.outcome === 'unknown' && (await turnsUp(account, ready.intent.messageId, tools))) {
      result = { outcome: 'sent', stops: false, response: FOUND };
      settle(campaign, ready.intent.messageId, result, tools);
    }
    if (result.outcome === 'sent') copies.push(ready);
    left -= 1;
    if (result.stops) stop = `因前面的邮件停下：${OUTCOME_WORDS[result.outcome]}`;
    return result;
  }

  try {
    for (const ready of readyAgain(campaign, work)) {
      if (stop === '' && left <= 0) stop = ENOUGH;
      const { outcome, response } = stop === '' ? await send(ready) : { outcome: 'not-sent' as const, response: stop };
      done.push({ ...ready.line, outcome, response });
    }
    for (const [index, mail] of work.mails.entries()) {
      const line = work.lines[index];
      if (!line) continue;
      if (stop === '' && left <= 0) stop = ENOUGH;
      if (stop !== '' || isStopped(tools)) {
        done.push({ ...line, outcome: 'not-sent', response: stop || '已停止' });
        continue;
      }
      const ready = await prepare(campaign, derived, mail, line, work.now);
      const { outcome, response } = await send(ready);
      done.push({ ...ready.line, outcome, response });
      tools.progress(
        `${done.length}/${work.mails.length + work.again.length} ${line.unitName} ${OUTCOME_WORDS[outcome]}`,
      );
    }
  } finally {
    outbox.close();
    await fileCopies(account, copies, tools);
  }
  return done;
}

async function prepare(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  line: SendLine,
  now: string,
): Promise<Ready> {
  const composed = await composePlanned(campaign, derived, mail, now);
  writeAtomically(outboxPath(campaign, composed.messageId), composed.raw);
  return {
    line: { ...line, subject: composed.subject, attachments: composed.attachments.map(({ name }) => name) },
    recipients: [mail.to, ...mail.cc],
    raw: composed.raw,
    intent: {
      type: 'send-intended',
      messageId: composed.messageId,
      unit: mail.unit,
      kind: mail.kind,
      to: mail.to,
      ...(mail.cc.length === 0 ? {} : { cc: mail.cc }),
      sha256: composed.sha256,
      about: mail.about,
    },
  };
}

/** The very bytes of before, so that a receiver that has them sees one mail. */
function readyAgain(campaign: Campaign, work: SendWork): Ready[] {
  return work.again.flatMap(({ intended }) => {
    const path = outboxPath(campaign, intended.messageId);
    if (!existsSync(path)) return [];
    const { kind, unit, to, cc = [], messageId } = intended;
    const line: SendLine = {
      kind,
      unit,
      unitName: unitNamer(campaign.units)(unit),
      to,
      cc,
      subject: '',
      why: '上次不能确定是否发出，按要求重发',
      messageId,
      attachments: [],
      outcome: 'planned',
      response: '',
    };
    return [{ line, recipients: [to, ...cc], raw: readFileSync(path), intent: intended }];
  });
}

/** Asked anew each time: the signal may come during any pause. */
function isStopped(tools: Tools): boolean {
  return tools.signal?.aborted === true;
}

function settle(campaign: Campaign, messageId: string, { outcome, response }: SendResult, tools: Tools): void {
  campaign.ledger.append(tools.clock().toISOString(), [{ type: 'send-settled', messageId, outcome, response }]);
}

/** outbox/<local part of the Message-ID>.eml */
function outboxPath(campaign: Campaign, messageId: string): string {
  return join(campaign.folder, 'outbox', `${messageId.split('@')[0]?.replace(/[^A-Za-z0-9._-]/g, '_') ?? 'x'}.eml`);
}

/** How many mails may still leave today: none once the server has said so. */
function allowance(campaign: Campaign, perDay: number, now: string): number {
  const today = localDate(now, campaign.config.timeZone);
  const outcomes = [...sendHistory(campaign.ledger.events()).values()]
    .filter(({ at }) => localDate(at, campaign.config.timeZone) === today)
    .map(({ outcome }) => outcome);
  if (outcomes.includes('stop-until-tomorrow')) return 0;
  return perDay - outcomes.filter((outcome) => outcome === 'sent' || outcome === 'unknown').length;
}

/** Where the server does not do it by itself, a copy goes into the folder of sent mail. Failing that is no fault of the sending. */
async function fileCopies(account: MailAccount, copies: readonly Ready[], tools: Tools): Promise<void> {
  if (copies.length === 0 || account.provider.filesSentItself) return;
  try {
    const inbox = await openInbox(account);
    try {
      if (inbox.filesSentItself || inbox.sentFolder === undefined) return;
      const there = await inbox.findSent(copies.map(({ intent }) => intent.messageId));
      for (const copy of copies) if (!there.has(copy.intent.messageId)) await inbox.fileSent(copy.raw, tools.clock());
    } finally {
      await inbox.close();
    }
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    tools.progress(`邮件已发出，但没能存入已发送文件夹：${error.message}`);
  }
}
