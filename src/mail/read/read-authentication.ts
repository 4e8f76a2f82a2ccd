import type { MailMessage } from '../message.ts';
import type { Header } from '../repair/read-head.ts';

type Authentication = MailMessage['authentication'];

/**
 * Results of the receiving server (RFC 8601). A sender can write such headers too, so only those count
 * that stand above the first Received line, or carry the name of the host that wrote it. When several
 * count and differ, the worse result stands. NetEase folds inside words, hence the plain patterns.
 */
export function readAuthentication(headers: readonly Header[]): Authentication {
  const firstReceived = headers.findIndex((header) => header.name.toLowerCase() === 'received');
  const receiver = /\bby\s+([\w.-]+)/i.exec(headers[firstReceived]?.value ?? '')?.[1]?.toLowerCase() ?? '';
  const above: string[] = [];
  const named: string[] = [];
  for (const [at, header] of headers.entries()) {
    if (header.name.toLowerCase() !== 'authentication-results') continue;
    const server = /^\s*([\w.-]+)/.exec(header.value)?.[1]?.toLowerCase() ?? '';
    if (firstReceived < 0 || at < firstReceived) above.push(header.value);
    else if (receiver !== '' && isSameServer(server, receiver)) named.push(header.value);
  }
  const trusted = above.length > 0 ? above.slice(0, 1) : named;
  return { spf: resultOf(trusted, 'spf'), dkim: resultOf(trusted, 'dkim'), dmarc: resultOf(trusted, 'dmarc') };
}

function isSameServer(server: string, receiver: string): boolean {
  if (server === receiver) return true;
  const domain = receiver.split('.').slice(-2).join('.');
  return domain.includes('.') && (server === domain || server.endsWith(`.${domain}`));
}

function resultOf(results: readonly string[], method: string): string {
  let worst = '';
  for (const result of results) {
    const found = new RegExp(`\\b${method}\\s*=\\s*(\\w+)`, 'i').exec(result)?.[1]?.toLowerCase() ?? '';
    if (found !== '' && (worst === '' || worst === 'pass')) worst = found;
  }
  return worst;
}
