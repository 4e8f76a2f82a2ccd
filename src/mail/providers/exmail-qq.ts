import type { Provider } from './provider.ts';
import { QQ } from './qq.ts';

/** 腾讯企业邮箱: an office's own domain on Tencent's servers; named in campaign.yaml. */
export const EXMAIL_QQ: Provider = {
  ...QQ,
  id: 'exmail.qq',
  name: '腾讯企业邮箱',
  domains: ['exmail.qq.com'],
  imap: { host: 'imap.exmail.qq.com', port: 993, secure: true },
  smtp: { host: 'smtp.exmail.qq.com', port: 465, secure: true },
  limits: { secondsBetween: 15, perConnection: 10, perDay: 500 },
  secretAdvice:
    '腾讯企业邮箱：在网页邮箱“设置 → 客户端”里开启 IMAP/SMTP 服务；开启了安全登录的，须在“设置 → 账号 → 客户端专用密码”里生成密码。',
};
