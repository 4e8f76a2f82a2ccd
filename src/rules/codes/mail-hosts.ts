import { toHalfWidth } from '../../text/to-half-width.ts';

/** Hosts of the large providers, those used most first. */
const HOSTS = [
  ...['163.com', 'qq.com', '126.com', '139.com', 'yeah.net', 'foxmail.com', '189.cn', 'sina.com', 'sina.cn'],
  ...['sohu.com', 'aliyun.com', 'outlook.com', 'hotmail.com', 'gmail.com', 'icloud.com', 'wo.cn', 'tom.com'],
  ...['21cn.com', '263.net', 'vip.163.com', 'vip.qq.com', 'vip.sina.com', 'live.com', 'msn.com', 'wo.com.cn'],
];
const KNOWN: ReadonlySet<string> = new Set(HOSTS);

/** Hosts that exist, or could, and are hardly ever meant: what their writers mean. Two entries: it cannot be told. */
const SLIPS: Readonly<Record<string, readonly string[]>> = {
  '136.com': ['163.com', '126.com'],
  '136.con': ['163.com', '126.com'],
  '162.com': ['163.com', '126.com'],
  '164.com': ['163.com'],
  '16.com': ['163.com'],
  '13.com': ['163.com', '139.com'],
  '12.com': ['126.com'],
  '1163.com': ['163.com'],
  '1633.com': ['163.com'],
  '163.cn': ['163.com'],
  '163.net': ['163.com'],
  '126.cn': ['126.com'],
  'qq.cn': ['qq.com'],
  'qq.net': ['qq.com'],
  'qqq.com': ['qq.com'],
  'q.com': ['qq.com'],
  'vip.com': [],
  'foxmial.com': ['foxmail.com'],
  'foxmai.com': ['foxmail.com'],
  'outlok.com': ['outlook.com'],
  'outloo.com': ['outlook.com'],
  'gmial.com': ['gmail.com'],
  'gmai.com': ['gmail.com'],
  'hotmial.com': ['hotmail.com'],
  'hotmai.com': ['hotmail.com'],
  '189.com': ['189.cn'],
  '139.cn': ['139.com'],
  'yeah.com': ['yeah.net'],
  'sian.com': ['sina.com'],
  'sohu.cn': ['sohu.com'],
  'souhu.com': ['sohu.com'],
  'aliyum.com': ['aliyun.com'],
  'icould.com': ['icloud.com'],
};

/** Endings typed for .com; none of them is a domain of the first level in use. */
const COM_SLIPS = /\.(?:con|cim|cm|co|ocm|cmo|vom|xom|comm|coom|com\.|ccom|cpm|come|c0m|om|com,|coml|com\.com)$/;

/** True when the host is a known slip: of a provider's name, of .com, or of the full stop. */
export function isMisspeltHost(host: string): boolean {
  if (KNOWN.has(host)) return false;
  return host in SLIPS || COM_SLIPS.test(host) || /[,;:]/.test(host) || withFullStop(host) !== undefined;
}

/** The hosts that a misspelt one may mean; one entry is a proposal, two a question. */
export function mendHost(host: string): readonly string[] {
  const slip = SLIPS[host];
  if (slip) return slip;
  const stopped = withFullStop(host);
  if (stopped !== undefined) return [stopped];
  const ended = host
    .replace(/[,;:]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(COM_SLIPS, '.com');
  if (KNOWN.has(ended)) return [ended];
  return SLIPS[ended] ?? (ended === host ? [] : [ended]);
}

/** 163com → 163.com. */
function withFullStop(host: string): string | undefined {
  return host.includes('.') ? undefined : HOSTS.find((known) => known.replaceAll('.', '') === host);
}

/** zhangsan163.com → zhangsan@163.com where the rest before the host can be a name; undefined otherwise. */
export function insertAt(text: string): string | undefined {
  const lower = text.toLowerCase();
  const ending = [...HOSTS].sort((a, b) => b.length - a.length).find((known) => lower.endsWith(known));
  if (ending === undefined) return undefined;
  const name = text.slice(0, text.length - ending.length).replace(/[#￥$%&*·.]$/, '');
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) ? `${name}@${ending}` : undefined;
}

/** Full-width signs and the Chinese full stop in their half-width form. */
export function halfWidthAddress(text: string): string {
  return toHalfWidth(text)
    .replace(/[。．｡、，,]/g, '.')
    .replace(/\s/g, '');
}
