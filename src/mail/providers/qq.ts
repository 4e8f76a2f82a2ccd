import type { Provider } from './provider.ts';

/** QQ 邮箱. Searches by subject or sender answer with everything, so that only ALL is asked for. */
export const QQ: Provider = {
  id: 'qq',
  name: 'QQ 邮箱',
  domains: ['qq.com', 'vip.qq.com', 'foxmail.com'],
  imap: { host: 'imap.qq.com', port: 993, secure: true },
  smtp: { host: 'smtp.qq.com', port: 465, secure: true },
  idAfterLogin: false,
  filesSentItself: true,
  pollSeconds: 120,
  limits: { secondsBetween: 20, perConnection: 10, perDay: 200 },
  secretAdvice:
    'QQ 邮箱须使用授权码，不是 QQ 密码：在网页邮箱“设置 → 账号与安全 → 安全设置”里开启 POP3/IMAP/SMTP 服务，按提示发短信后得到授权码。',
};
