import type { Provider } from './provider.ts';

/** 中国移动 139 邮箱. */
export const CMCC_139: Provider = {
  id: '139',
  name: '移动 139 邮箱',
  domains: ['139.com'],
  imap: { host: 'imap.139.com', port: 993, secure: true },
  smtp: { host: 'smtp.139.com', port: 465, secure: true },
  idAfterLogin: false,
  filesSentItself: false,
  pollSeconds: 180,
  limits: { secondsBetween: 20, perConnection: 10, perDay: 200 },
  secretAdvice: '139 邮箱须使用授权码：在网页邮箱“设置 → 账户与安全 → POP3/SMTP/IMAP”里开启服务并生成授权码。',
};
