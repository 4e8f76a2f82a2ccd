import { openInbox } from '../mail/inbox/open-inbox.ts';
import { mailAccount } from './mail-account.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import type { Difference } from './verify.ts';

/** One harvested folder: how many mails the server holds, how many of its mails the ledger knows. */
export interface FolderCount {
  readonly folder: string;
  readonly server: number;
  readonly ledger: number;
}

/** Compares every harvested folder of the server with the ledger, mail by mail, and names every difference. */
export async function verifyServer(
  campaign: Campaign,
  tools: Tools,
): Promise<{ readonly folders: FolderCount[]; readonly differences: Difference[] }> {
  const account = await mailAccount(campaign, tools);
  const known = knownUids(campaign, account.address);
  const folders: FolderCount[] = [];
  const differences: Difference[] = [];
  const inbox = await openInbox(account);
  try {
    for (const folder of inbox.folders) {
      const { uidValidity, uids, exists } = await inbox.open(folder);
      const ledger = known.get(`${folder}\n${uidValidity}`) ?? new Set<number>();
      folders.push({ folder, server: exists, ledger: ledger.size });
      const server = new Set(uids);
      differences.push(
        ...differenceOf(
          folder,
          uids.filter((uid) => !ledger.has(uid)),
          'server/not-taken',
        ),
        ...differenceOf(
          folder,
          [...ledger].filter((uid) => !server.has(uid)),
          'server/gone',
        ),
      );
      if (exists !== uids.length)
        differences.push({
          code: 'server/count',
          text: `服务器说 ${folder} 有 ${exists} 封，却只列出 ${uids.length} 封`,
          remedy: '可能正有邮件到达或被删除，请稍后再运行 mingce verify --server。',
        });
    }
  } finally {
    await inbox.close();
  }
  return { folders, differences };
}

const TEXTS = {
  'server/not-taken': ['在服务器上，台账里没有', '请运行 mingce harvest 收取；收取时列为问题的，按提示处理。'],
  'server/gone': [
    '已收取，但服务器上已被移走或删除',
    '原件在 originals 中，不影响汇总；如非本单位人员所为，请查看邮箱登录记录。',
  ],
} as const;

function differenceOf(folder: string, uids: readonly number[], code: keyof typeof TEXTS): Difference[] {
  if (uids.length === 0) return [];
  const [text, remedy] = TEXTS[code];
  const some = uids.length > 10 ? `${uids.slice(0, 10).join('、')} 等` : uids.join('、');
  return [{ code, text: `${folder} 有 ${uids.length} 封邮件${text}（编号 ${some}）`, remedy }];
}

function knownUids(campaign: Campaign, account: string): Map<string, Set<number>> {
  const known = new Map<string, Set<number>>();
  for (const { event } of campaign.ledger.events()) {
    if (event.type !== 'message-received' && event.type !== 'message-seen-again') continue;
    const { occurrence } = event;
    if (occurrence.kind !== 'imap' || occurrence.account !== account) continue;
    const key = `${occurrence.folder}\n${occurrence.uidValidity}`;
    known.set(key, (known.get(key) ?? new Set()).add(occurrence.uid));
  }
  return known;
}
