import type { Provider } from './provider.ts';

/** 新浪邮箱. */
export const SINA: Provider = {
  id: 'sina',
  name: '新浪邮箱',
  domains: ['sina.com', 'vip.sina.com', 'sina.cn'],
  imap: { host: 'imap.sina.com', port: 993, secure: true },
  smtp: { host: 'smtp.sina.com', port: 465, secure: true },
  serversByDomain: true,
  idAfterLogin: false,
  filesSentItself: false,
  pollSeconds: 180,
  limits: { secondsBetween: 20, perConnection: 10, perDay: 200 },
  secretAdvice: '新浪邮箱须使用授权码：在网页邮箱“设置 → 客户端 POP/IMAP/SMTP”里开启服务并获取授权码。',
};
