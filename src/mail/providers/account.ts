import { rootCertificates } from 'node:tls';
import type { Endpoint, Provider } from './provider.ts';

/** A mailbox with everything needed to reach it. Never logged, never stored. */
export interface MailAccount {
  readonly address: string;
  /** Name to log in with. */
  readonly user: string;
  /** Shown as the sender. */
  readonly name: string;
  readonly provider: Provider;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  /** PEM of a private authority inside the office. */
  readonly authority?: string;
  readonly secret: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Plain text is tolerated on this machine only; everywhere else TLS is demanded. */
export function mayBePlain(endpoint: Endpoint): boolean {
  return !endpoint.secure && LOOPBACK.test(endpoint.host);
}

/** TLS settings: always verified, by the world's authorities and the office's own. */
export function tlsOptions(account: Pick<MailAccount, 'authority'>): { ca?: string[]; minVersion: 'TLSv1.2' } {
  return account.authority === undefined
    ? { minVersion: 'TLSv1.2' }
    : { ca: [...rootCertificates, account.authority], minVersion: 'TLSv1.2' };
}
