import type { Provider } from './provider.ts';

/** Any other server (Dovecot and the like), which campaign.yaml names. */
export const GENERIC: Provider = {
  id: 'generic',
  name: '自建邮箱',
  domains: [],
  idAfterLogin: false,
  filesSentItself: false,
  pollSeconds: 60,
  limits: { secondsBetween: 1, perConnection: 50, perDay: 2000 },
  secretAdvice: '请填写邮箱管理员给的 IMAP/SMTP 密码，并确认邮箱已开通 IMAP 和 SMTP。',
};
