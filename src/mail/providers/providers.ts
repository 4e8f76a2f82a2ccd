import { CMCC_139 } from './cmcc-139.ts';
import { COREMAIL } from './coremail.ts';
import { EXMAIL_QQ } from './exmail-qq.ts';
import { GENERIC } from './generic.ts';
import { NETEASE_126 } from './netease-126.ts';
import { NETEASE_163 } from './netease-163.ts';
import { NETEASE_QIYE } from './netease-qiye.ts';
import type { Endpoint, Provider } from './provider.ts';
import { QQ } from './qq.ts';
import { SINA } from './sina.ts';

/** Every provider, one line each. */
export const PROVIDERS: readonly Provider[] = [
  NETEASE_163,
  NETEASE_126,
  NETEASE_QIYE,
  QQ,
  EXMAIL_QQ,
  CMCC_139,
  SINA,
  COREMAIL,
  GENERIC,
];

/** The provider with this id, else the one an address belongs to, else a server of one's own; undefined for an unknown id. */
export function findProvider(address: string, id?: string): Provider | undefined {
  if (id !== undefined) return PROVIDERS.find((provider) => provider.id === id);
  const domain = domainOf(address);
  return PROVIDERS.find((provider) => provider.domains.includes(domain)) ?? GENERIC;
}

/** Where the servers of an address are; undefined for a kind of servers that campaign.yaml has to name. */
export function serversOf(provider: Provider, address: string): { readonly imap?: Endpoint; readonly smtp?: Endpoint } {
  const { imap, smtp, domains, serversByDomain } = provider;
  if (!imap || !smtp) return {};
  const domain = domainOf(address);
  if (serversByDomain !== true || !domains.includes(domain)) return { imap, smtp };
  return { imap: { ...imap, host: `imap.${domain}` }, smtp: { ...smtp, host: `smtp.${domain}` } };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
