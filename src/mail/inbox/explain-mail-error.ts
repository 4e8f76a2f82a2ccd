import { Outage } from '../../text/outage.ts';
import { UserError } from '../../text/user-error.ts';
import type { MailAccount } from '../providers/account.ts';

interface MailFault extends Error {
  readonly code?: string;
  readonly reason?: string;
  readonly response?: string;
  readonly responseText?: string;
  readonly authenticationFailed?: boolean;
}

/**
 * What a fault of the mail library means, in Chinese. The library's error is not kept as a cause, only
 * its code: it may quote the command that failed.
 */
export function explainMailError(error: unknown, account: MailAccount): UserError | Outage {
  if (error instanceof UserError || error instanceof Outage) return error;
  const fault: MailFault = error instanceof Error ? error : new Error(String(error));
  const answer = serverText(fault, account);
  const { provider } = account;
  if (/unsafe login/i.test(answer)) {
    return new UserError(
      `${provider.name}拒绝打开邮箱：Unsafe Login（服务器认为客户端不安全）`,
      `请用网页登录该邮箱，确认安全提示后再试。${provider.secretAdvice}`,
    );
  }
  if (fault.authenticationFailed === true || fault.code === 'EAUTH') {
    return new UserError(
      `${provider.name}拒绝登录 ${account.address}${answer === '' ? '' : `：${answer}`}`,
      `${provider.secretAdvice}不要连续重试，以免邮箱被临时锁定。`,
    );
  }
  const where = `${provider.name}（${account.imap.host}）`;
  const known = NETWORK_FAULTS[fault.code ?? ''];
  if (known) return new Outage(`连不上${where}：${known[0]}`, known[1]);
  if (/certificate|self[-_]signed|altname|CERT_/i.test(`${fault.code ?? ''} ${fault.message}`)) {
    return new UserError(
      `${where}的证书没有通过验证，没有登录`,
      '请核对服务器地址；内网自建邮箱请把单位的根证书（PEM）写在 campaign.yaml 的 mailbox.authority。',
    );
  }
  const seen = answer || fault.reason || fault.code || '连接中断';
  return new Outage(`${where}没有正常应答：${seen}`, '请检查网络后再试；如一直如此，请用网页登录该邮箱看是否有提示。', {
    code: fault.code,
  });
}

const NETWORK_FAULTS: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOTFOUND: ['找不到服务器地址', '请检查 campaign.yaml 里的服务器地址和本机网络（DNS）。'],
  EAI_AGAIN: ['域名解析没有应答', '请检查本机网络（DNS）后再试。'],
  ECONNREFUSED: ['服务器拒绝连接', '请核对端口（IMAP 993，SMTP 465），并确认单位网络没有封闭该端口。'],
  ECONNRESET: ['连接被中断', '请稍后再试；如一直如此，请确认单位网络没有拦截邮件端口。'],
  ETIMEDOUT: ['超过时间没有应答', '请检查网络；单位网络可能封闭了邮件端口，请联系网络管理员。'],
  CONNECT_TIMEOUT: ['超过时间没有应答', '请检查网络；单位网络可能封闭了邮件端口，请联系网络管理员。'],
  GREETING_TIMEOUT: ['服务器没有打招呼', '请核对端口和加密方式（993 为加密端口）。'],
  UPGRADE_TIMEOUT: ['加密握手没有完成', '请核对端口和加密方式（993 为加密端口）。'],
};

/** The server's own words, one line, bounded, without anything secret. */
function serverText(fault: MailFault, account: MailAccount): string {
  const text = (fault.responseText ?? fault.response ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return (account.secret === '' ? text : text.replaceAll(account.secret, '…')).slice(0, 200);
}
