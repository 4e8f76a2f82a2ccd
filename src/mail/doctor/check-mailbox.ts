import { Outage } from '../../text/outage.ts';
import { UserError } from '../../text/user-error.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { isRefusal, openInbox } from '../inbox/open-inbox.ts';
import type { MailAccount } from '../providers/account.ts';
import { failed, ok, type Step, skipped, warning } from './step.ts';

const TITLES = {
  login: '登录收信',
  id: '登录后报告程序名称（ID）',
  folders: '收取的文件夹',
  select: '打开收件箱（只读）',
  search: '列出邮件',
  fetch: '取一封邮件',
  sent: '已发送文件夹',
} as const;
type Id = keyof typeof TITLES;
const ORDER: readonly Id[] = ['login', 'id', 'folders', 'select', 'search', 'fetch', 'sent'];

/** Login, folders, select, search, one fetch and the folder of sent mail. Changes nothing. */
export async function checkMailbox(account: MailAccount): Promise<Step[]> {
  const steps: Step[] = [];
  let at: Id = 'login';
  let inbox: Inbox | undefined;
  try {
    inbox = await openInbox(account);
    steps.push(ok('imap-login', TITLES.login, `${account.address} 已登录`));
    at = 'id';
    steps.push(checkId(inbox, account));
    at = 'folders';
    const others = inbox.otherFolders.filter((path) => path !== inbox?.sentFolder);
    steps.push(
      ok(
        'imap-folders',
        TITLES.folders,
        `${inbox.folders.join('、')}${others.length === 0 ? '' : `；不收取：${others.join('、')}`}`,
      ),
    );
    at = 'select';
    const { exists, uids } = await inbox.open('INBOX');
    steps.push(ok('imap-select', TITLES.select, `${exists} 封`));
    at = 'search';
    steps.push(
      uids.length === exists
        ? ok('imap-search', TITLES.search, `${uids.length} 封`)
        : warning(
            'imap-search',
            TITLES.search,
            `收件箱有 ${exists} 封，只列出 ${uids.length} 封`,
            '可能正有邮件到达，请稍后再试。',
          ),
    );
    at = 'fetch';
    steps.push(await checkFetch(inbox, uids));
    at = 'sent';
    steps.push(await checkSent(inbox));
  } catch (error) {
    const remedy =
      error instanceof UserError ? error.nextStep : error instanceof Outage ? error.advice : '请稍后再试。';
    steps.push(failed(`imap-${at}`, TITLES[at], error instanceof Error ? error.message : '没有应答', remedy));
    for (const id of ORDER.slice(ORDER.indexOf(at) + 1)) steps.push(skipped(`imap-${id}`, TITLES[id]));
  } finally {
    await inbox?.close();
  }
  return steps;
}

/** NetEase opens no folder to a program that has not introduced itself. */
function checkId(inbox: Inbox, account: MailAccount): Step {
  if (inbox.takesId) return ok('imap-id', TITLES.id, inbox.serverName === '' ? '服务器已接受' : inbox.serverName);
  return account.provider.idAfterLogin
    ? warning(
        'imap-id',
        TITLES.id,
        '服务器没有接受程序名称',
        '如果下一步打不开收件箱，请用网页登录该邮箱，确认安全提示后再试。',
      )
    : ok('imap-id', TITLES.id, '服务器不需要');
}

async function checkFetch(inbox: Inbox, uids: readonly number[]): Promise<Step> {
  const last = uids.at(-1);
  if (last === undefined) return ok('imap-fetch', TITLES.fetch, '收件箱是空的，没有可取的邮件');
  try {
    for await (const mail of inbox.stream([last]))
      return ok('imap-fetch', TITLES.fetch, `最新一封 ${mail.bytes.length} 字节`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return failed('imap-fetch', TITLES.fetch, '服务器没有给出邮件内容', '请用网页邮箱打开最新一封邮件，看是否能显示。');
}

async function checkSent(inbox: Inbox): Promise<Step> {
  if (inbox.sentFolder === undefined)
    return warning(
      'imap-sent',
      TITLES.sent,
      '没有找到已发送文件夹',
      '不影响收发；但发送中断时无法自动核实是否已发出，请在网页邮箱里新建“已发送”文件夹。',
    );
  const { exists } = await inbox.open(inbox.sentFolder);
  return ok('imap-sent', TITLES.sent, `${inbox.sentFolder}，${exists} 封`);
}
