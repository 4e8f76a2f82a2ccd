import { tryLogin } from '../outbox/open-outbox.ts';
import type { MailAccount } from '../providers/account.ts';
import { failed, ok, type Step } from './step.ts';

/** Logs in for sending; sends nothing. */
export async function checkSending(account: MailAccount): Promise<Step> {
  const title = '登录发信';
  const fault = await tryLogin(account);
  if (fault === undefined) return ok('smtp-login', title, `${account.address} 可以发信`);
  return fault.authentication
    ? failed('smtp-login', title, `服务器拒绝登录：${fault.text}`, account.provider.secretAdvice)
    : failed(
        'smtp-login',
        title,
        fault.text,
        '请核对发信服务器的地址和端口；单位网络可能封闭了 465 端口，请联系网络管理员。',
      );
}
