import { NETEASE_163 } from './netease-163.ts';
import type { Provider } from './provider.ts';

/** 网易企业邮箱: an office's own domain on NetEase's servers; named in campaign.yaml. */
export const NETEASE_QIYE: Provider = {
  ...NETEASE_163,
  id: 'qiye.163',
  name: '网易企业邮箱',
  domains: ['qiye.163.com'],
  imap: { host: 'imap.qiye.163.com', port: 993, secure: true },
  smtp: { host: 'smtp.qiye.163.com', port: 994, secure: true },
  serversByDomain: false,
  limits: { secondsBetween: 15, perConnection: 10, perDay: 500 },
  secretAdvice:
    '网易企业邮箱须使用客户端授权码：在网页邮箱“设置 → 客户端设置”里开启 IMAP/SMTP 服务并新增授权密码；没有这一项时请找本单位邮箱管理员。',
};
