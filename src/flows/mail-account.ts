import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { MailAccount } from '../mail/providers/account.ts';
import { findProvider, PROVIDERS, serversOf } from '../mail/providers/providers.ts';
import { UserError } from '../text/user-error.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** Secrets typed in, for as long as the campaign is open. */
const TYPED = new WeakMap<Campaign, string>();

/**
 * The campaign's mailbox with its secret: from MINGCE_MAIL_SECRET, a file of mode 0600 outside the
 * campaign folder, or the person at the terminal. Throws UserError when something is missing.
 */
export async function mailAccount(campaign: Campaign, tools: Tools): Promise<MailAccount> {
  const { secret, ...account } = accountFacts(campaign);
  void secret;
  return { ...account, secret: await findSecret(campaign, account, tools) };
}

/** The same without the secret, for looking at the settings. */
export function accountFacts(campaign: Campaign): MailAccount {
  const { mailbox } = campaign.config;
  if (!mailbox.address.includes('@'))
    throw new UserError(
      'campaign.yaml 里还没有填写邮箱地址',
      '请填写 mailbox 下的 address；或用 --from 从文件夹收取。',
    );
  const provider = findProvider(mailbox.address, mailbox.provider);
  if (!provider)
    throw new UserError(
      `campaign.yaml 里的 mailbox.provider “${mailbox.provider}”不认识`,
      `可用的有：${PROVIDERS.map((one) => one.id).join('、')}。`,
    );
  const servers = serversOf(provider, mailbox.address);
  const imap = mailbox.imap ?? servers.imap;
  const smtp = mailbox.smtp ?? servers.smtp;
  if (!imap || !smtp)
    throw new UserError(
      `还不知道 ${mailbox.address} 的收信和发信服务器`,
      '请在 campaign.yaml 的 mailbox 下填写 imap 和 smtp（host、port），或用 provider 指明邮箱种类。',
    );
  return {
    address: mailbox.address,
    user: mailbox.user ?? mailbox.address,
    name: mailbox.name,
    provider,
    imap,
    smtp,
    ...(mailbox.authority === undefined ? {} : { authority: readAuthority(campaign.folder, mailbox.authority) }),
    secret: '',
  };
}

function readAuthority(folder: string, path: string): string {
  const full = resolve(folder, path);
  if (!existsSync(full))
    throw new UserError(
      `找不到证书文件 ${path}`,
      '请把单位根证书（PEM）放到 campaign.yaml 的 mailbox.authority 所写的位置。',
    );
  return readFileSync(full, 'utf8');
}

async function findSecret(campaign: Campaign, account: Omit<MailAccount, 'secret'>, tools: Tools): Promise<string> {
  const given = tools.environment['MINGCE_MAIL_SECRET'];
  if (given !== undefined && given !== '') return given;
  const filed = readSecretFile(campaign, account.address, tools);
  if (filed !== undefined) return filed;
  const before = TYPED.get(campaign);
  if (before !== undefined) return before;
  const typed = await tools.askSecret(`请输入 ${account.address} 的授权码（不显示，不保存）：`);
  if (typed === undefined || typed === '')
    throw new UserError(
      `没有 ${account.address} 的授权码，无法登录`,
      `请在终端里运行并输入，或放进环境变量 MINGCE_MAIL_SECRET。${account.provider.secretAdvice}`,
    );
  TYPED.set(campaign, typed);
  return typed;
}

function readSecretFile(campaign: Campaign, address: string, tools: Tools): string | undefined {
  const named = tools.environment['MINGCE_MAIL_SECRET_FILE'];
  const base = tools.environment['XDG_CONFIG_HOME'] ?? join(tools.environment['HOME'] ?? homedir(), '.config');
  const path = named ?? join(base, 'mingce', address.replace(/[^A-Za-z0-9@._-]/g, '_'));
  if (!existsSync(path)) {
    if (named === undefined) return undefined;
    throw new UserError(`找不到授权码文件 ${path}`, '请检查环境变量 MINGCE_MAIL_SECRET_FILE。');
  }
  if (!relative(resolve(campaign.folder), resolve(path)).startsWith('..'))
    throw new UserError(
      '授权码文件放在工作文件夹里，会随文件夹一起交给别人',
      `请移到别处，例如 ${join(base, 'mingce')}。`,
    );
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new UserError(`授权码文件 ${path} 别人也能读`, `请运行 chmod 600 ${path}。`);
  return readFileSync(path, 'utf8').trim();
}
