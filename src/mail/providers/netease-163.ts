import type { Provider } from './provider.ts';

/** 网易 163. Thin IMAP: no IDLE, NAMESPACE, MOVE or UIDNEXT; UIDVALIDITY is always 1. */
export const NETEASE_163: Provider = {
  id: '163',
  name: '网易 163 邮箱',
  domains: ['163.com', 'vip.163.com', 'yeah.net'],
  imap: { host: 'imap.163.com', port: 993, secure: true },
  smtp: { host: 'smtp.163.com', port: 465, secure: true },
  serversByDomain: true,
  idAfterLogin: true,
  filesSentItself: true,
  pollSeconds: 120,
  limits: { secondsBetween: 25, perConnection: 10, perDay: 200 },
  secretAdvice:
    '网易邮箱须使用客户端授权码，不是登录密码：在网页邮箱“设置 → POP3/SMTP/IMAP”里开启 IMAP/SMTP 服务，再新增授权密码。',
};
