import { NETEASE_163 } from './netease-163.ts';
import type { Provider } from './provider.ts';

/** 网易 126: the same system as 163 under another name. */
export const NETEASE_126: Provider = {
  ...NETEASE_163,
  id: '126',
  name: '网易 126 邮箱',
  domains: ['126.com', 'vip.126.com'],
  imap: { host: 'imap.126.com', port: 993, secure: true },
  smtp: { host: 'smtp.126.com', port: 465, secure: true },
};
