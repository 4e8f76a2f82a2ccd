import { checkMailbox } from '../mail/doctor/check-mailbox.ts';
import { checkNetwork } from '../mail/doctor/check-network.ts';
import { checkSending } from '../mail/doctor/check-sending.ts';
import { failed, ok, type Step, skipped, warning } from '../mail/doctor/step.ts';
import type { MailAccount } from '../mail/providers/account.ts';
import { UserError } from '../text/user-error.ts';
import { checkAddressBook, checkBounced } from './check-address-book.ts';
import { checkFolder } from './check-folder.ts';
import { accountFacts, mailAccount } from './mail-account.ts';
import type { Campaign } from './open-campaign.ts';
import { unreachableAddresses } from './status.ts';
import type { Tools } from './tools.ts';

export type { Step } from '../mail/doctor/step.ts';

/** Looks at everything a campaign needs, step by step: folder, clock, address book, settings, receiving, sending. */
export async function doctor(campaign: Campaign, tools: Tools, onStep: (step: Step) => void): Promise<Step[]> {
  const steps: Step[] = [];
  const say = (...more: readonly Step[]): void => {
    for (const step of more) {
      steps.push(step);
      onStep(step);
    }
  };
  say(...checkFolder(campaign, tools), ...checkAddressBook(campaign.units, campaign.config.mailbox.address));
  say(checkBounced(campaign.units, await unreachableAddresses(campaign, tools)));
  const settings = checkSettings(campaign);
  say(settings.step);
  if (!settings.account) return steps;
  say(checkContact(campaign));
  const imap = await checkNetwork(settings.account, 'imap');
  const smtp = await checkNetwork(settings.account, 'smtp');
  say(...imap);
  const secret = await findAccount(campaign, tools);
  say(secret.step);
  const mayReceive = secret.account && imap.every((step) => step.state !== 'failed');
  const received =
    mayReceive && secret.account ? await checkMailbox(secret.account) : [skipped('imap-login', '登录收信')];
  say(...received, ...smtp);
  // A refused secret is not tried at a second door: repeated failures lock mailboxes.
  const refused = received.some((step) => step.id === 'imap-login' && step.state === 'failed');
  const maySend = secret.account && !refused && smtp.every((step) => step.state !== 'failed');
  say(maySend && secret.account ? await checkSending(secret.account) : skipped('smtp-login', '登录发信'));
  return steps;
}

function checkSettings(campaign: Campaign): { readonly step: Step; readonly account?: MailAccount } {
  const title = '邮箱设置';
  if (campaign.config.mailbox.address === '')
    return {
      step: warning(
        'mail-settings',
        title,
        '没有填写邮箱地址',
        '要收发邮件，请在 campaign.yaml 的 mailbox 下填写 address；只从文件夹收取则不用填。',
      ),
    };
  try {
    const account = accountFacts(campaign);
    return { step: ok('mail-settings', title, `${account.address}，${account.provider.name}`), account };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { step: failed('mail-settings', title, error.message, error.nextStep) };
  }
}

/** The last reminder asks for a call. */
function checkContact(campaign: Campaign): Step {
  const title = '信里的联系方式';
  const { contact } = campaign.config.notice;
  return contact === ''
    ? warning(
        'letter-contact',
        title,
        '没有填写',
        '请在 campaign.yaml 的 notice 下填写 contact（联系人和电话），信里会写上。',
      )
    : ok('letter-contact', title, contact);
}

async function findAccount(
  campaign: Campaign,
  tools: Tools,
): Promise<{ readonly step: Step; readonly account?: MailAccount }> {
  const title = '授权码';
  try {
    return { step: ok('mail-secret', title, '已取得（不显示，不保存）'), account: await mailAccount(campaign, tools) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { step: failed('mail-secret', title, error.message, error.nextStep) };
  }
}
