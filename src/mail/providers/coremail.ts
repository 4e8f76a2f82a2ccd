import type { Provider } from './provider.ts';

/** Coremail 政务邮箱 on an office's own servers, which campaign.yaml names. */
export const COREMAIL: Provider = {
  id: 'coremail',
  name: 'Coremail 政务邮箱',
  domains: [],
  idAfterLogin: true,
  filesSentItself: true,
  pollSeconds: 120,
  limits: { secondsBetween: 10, perConnection: 10, perDay: 500 },
  secretAdvice:
    '政务邮箱：在网页邮箱“设置 → 安全设置 → 客户端专用密码”里生成密码；没有这一项时使用登录密码，或请邮箱管理员开启 IMAP/SMTP。',
};
