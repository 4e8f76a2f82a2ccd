import type { Inbox, OpenFolder } from '../mail/inbox/inbox.ts';
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

/** What the ledger knows of one folder under one UIDVALIDITY. */
interface KnownFolder {
  /** Time of receipt by UID; '' for bytes that were known from elsewhere. */
  readonly mails: Map<number, string>;
  /** Chinese reasons by UID of mails that could not be taken in. */
  readonly problems: Map<number, string>;
}

/** Compares every harvested folder of the server with the ledger, mail by mail, and names every difference. */
export async function verifyServer(
  campaign: Campaign,
  tools: Tools,
): Promise<{ readonly folders: FolderCount[]; readonly differences: Difference[] }> {
  const account = await mailAccount(campaign, tools);
  const known = knownFolders(campaign, account.address);
  const folders: FolderCount[] = [];
  const differences: Difference[] = [];
  const inbox = await openInbox(account);
  try {
    for (const path of inbox.folders) {
      const open = await inbox.open(path);
      const ledger = known.get(keyOf(path, open.uidValidity)) ?? { mails: new Map(), problems: new Map() };
      folders.push({ folder: path, server: open.exists, ledger: ledger.mails.size });
      differences.push(...(await compareFolder(inbox, open, ledger)));
    }
  } finally {
    await inbox.close();
  }
  return { folders, differences };
}

async function compareFolder(inbox: Inbox, open: OpenFolder, { mails, problems }: KnownFolder): Promise<Difference[]> {
  const { folder, uids, exists } = open;
  const there = new Set(uids);
  const missing = uids.filter((uid) => !mails.has(uid));
  const reasons = new Set(missing.flatMap((uid) => problems.get(uid) ?? []));
  const differences = [
    ...[...reasons].flatMap((reason) =>
      differenceOf(
        folder,
        missing.filter((uid) => problems.get(uid) === reason),
        'server/problem',
        reason,
      ),
    ),
    ...differenceOf(
      folder,
      missing.filter((uid) => !problems.has(uid)),
      'server/not-taken',
    ),
    ...differenceOf(
      folder,
      [...mails.keys()].filter((uid) => !there.has(uid)),
      'server/gone',
    ),
    ...differenceOf(folder, await findChanged(inbox, uids, mails), 'server/changed'),
  ];
  if (exists !== uids.length)
    differences.push({
      code: 'server/count',
      text: `服务器说 ${folder} 有 ${exists} 封，却只列出 ${uids.length} 封`,
      remedy: '可能正有邮件到达或被删除，请稍后再运行 mingce verify --server。',
    });
  return differences;
}

/** UIDs asked about in one command. */
const UIDS_PER_QUESTION = 1000;

/** UIDs under which the server now holds a mail received at another time: Coremail keeps UIDVALIDITY whatever happens. */
async function findChanged(
  inbox: Inbox,
  uids: readonly number[],
  mails: ReadonlyMap<number, string>,
): Promise<number[]> {
  const changed: number[] = [];
  const dated = uids.filter((uid) => (mails.get(uid) ?? '') !== '');
  for (let start = 0; start < dated.length; start += UIDS_PER_QUESTION)
    for (const [uid, date] of await inbox.dates(dated.slice(start, start + UIDS_PER_QUESTION)))
      if (date !== '' && date !== mails.get(uid)) changed.push(uid);
  return changed;
}

const TEXTS = {
  'server/problem': ['没有收取', ''],
  'server/not-taken': ['在服务器上，台账里没有', '请运行 mingce harvest 收取；收取时列为问题的，按提示处理。'],
  'server/gone': [
    '已收取，但服务器上已被移走或删除',
    '原件在 originals 中，不影响汇总；如非本单位人员所为，请查看邮箱登录记录。',
  ],
  'server/changed': [
    '的收到时间与台账不同，同一编号现在可能是另一封邮件',
    '邮箱可能重建过；请在网页邮箱里查看这些邮件，没有收取过的导出后用 mingce harvest --from 收取。',
  ],
} as const;

function differenceOf(
  folder: string,
  uids: readonly number[],
  code: keyof typeof TEXTS,
  remedyOfItsOwn = '',
): Difference[] {
  if (uids.length === 0) return [];
  const [text, remedy] = TEXTS[code];
  const some = uids.length > 10 ? `${uids.slice(0, 10).join('、')} 等` : uids.join('、');
  return [
    { code, text: `${folder} 有 ${uids.length} 封邮件${text}（编号 ${some}）`, remedy: remedyOfItsOwn || remedy },
  ];
}

function knownFolders(campaign: Campaign, account: string): Map<string, KnownFolder> {
  const known = new Map<string, KnownFolder>();
  for (const { event } of campaign.ledger.events()) {
    if (event.type !== 'message-received' && event.type !== 'message-seen-again' && event.type !== 'message-problem')
      continue;
    const { occurrence } = event;
    if (occurrence.kind !== 'imap' || occurrence.account !== account) continue;
    const key = keyOf(occurrence.folder, occurrence.uidValidity);
    const folder = known.get(key) ?? { mails: new Map(), problems: new Map() };
    known.set(key, folder);
    if (event.type === 'message-problem') folder.problems.set(occurrence.uid, event.problem);
    else folder.mails.set(occurrence.uid, event.type === 'message-received' ? event.receivedAt : '');
  }
  return known;
}

function keyOf(folder: string, uidValidity: string): string {
  return `${folder}\n${uidValidity}`;
}
