import { lookup } from 'node:dns/promises';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type MailAccount, mayBePlain, tlsOptions } from '../providers/account.ts';
import type { Endpoint } from '../providers/provider.ts';
import { failed, ok, type Step, skipped, warning } from './step.ts';

const PATIENCE = 15_000;

/** DNS, TCP, TLS and greeting of one server, each only when the one before succeeded. */
export async function checkNetwork(account: MailAccount, kind: 'imap' | 'smtp'): Promise<Step[]> {
  const endpoint = account[kind];
  const name = kind === 'imap' ? '收信服务器' : '发信服务器';
  const titles = {
    dns: `${name}：域名解析`,
    tcp: `${name}：连接`,
    tls: `${name}：加密和证书`,
    greeting: `${name}：应答`,
  };
  const steps: Step[] = [];
  const dns = await checkDns(`${kind}-dns`, titles.dns, endpoint);
  steps.push(dns);
  if (dns.state === 'failed')
    return [
      ...steps,
      skipped(`${kind}-tcp`, titles.tcp),
      skipped(`${kind}-tls`, titles.tls),
      skipped(`${kind}-greeting`, titles.greeting),
    ];
  const tcp = await checkTcp(`${kind}-tcp`, titles.tcp, endpoint, kind);
  steps.push(tcp);
  if (tcp.state === 'failed')
    return [...steps, skipped(`${kind}-tls`, titles.tls), skipped(`${kind}-greeting`, titles.greeting)];
  return [...steps, ...(await checkGreeting(kind, titles, account, endpoint))];
}

async function checkDns(id: string, title: string, { host }: Endpoint): Promise<Step> {
  try {
    const { address } = await lookup(host);
    return ok(id, title, `${host} → ${address}`);
  } catch {
    return failed(id, title, `找不到 ${host}`, '请检查 campaign.yaml 里的服务器地址和本机网络（DNS）。');
  }
}

async function checkTcp(id: string, title: string, { host, port }: Endpoint, kind: 'imap' | 'smtp'): Promise<Step> {
  return new Promise((resolve) => {
    const started = Date.now();
    const socket = connectTcp({ host, port });
    const end = (step: Step): void => {
      socket.destroy();
      resolve(step);
    };
    socket.setTimeout(PATIENCE, () => end(failed(id, title, `${host}:${port} 没有应答`, blocked(kind))));
    socket.once('error', () => end(failed(id, title, `${host}:${port} 连不上`, blocked(kind))));
    socket.once('connect', () => end(ok(id, title, `${host}:${port}，${Date.now() - started} 毫秒`)));
  });
}

function blocked(kind: 'imap' | 'smtp'): string {
  return `请核对端口（加密的${kind === 'imap' ? ' IMAP 一般是 993' : ' SMTP 一般是 465'}）；单位网络可能封闭了邮件端口，请联系网络管理员。`;
}

async function checkGreeting(
  kind: 'imap' | 'smtp',
  titles: { readonly tls: string; readonly greeting: string },
  account: MailAccount,
  endpoint: Endpoint,
): Promise<Step[]> {
  const { host, port, secure } = endpoint;
  const plain = mayBePlain(endpoint);
  const tls = secure
    ? undefined
    : plain
      ? warning(`${kind}-tls`, titles.tls, '没有加密（本机地址，允许）', '')
      : ok(`${kind}-tls`, titles.tls, '登录前用 STARTTLS 加密');
  return new Promise((resolve) => {
    let sure = tls;
    const socket = secure
      ? connectTls({ host, port, servername: /^[\d.:]+$/.test(host) ? '' : host, ...tlsOptions(account) })
      : connectTcp({ host, port });
    const end = (greeting: Step): void => {
      socket.destroy();
      resolve([sure ?? skipped(`${kind}-tls`, titles.tls), greeting]);
    };
    socket.setTimeout(PATIENCE, () =>
      end(
        failed(
          `${kind}-greeting`,
          titles.greeting,
          '连上后没有应答',
          '请核对端口和加密方式：993、465 是加密端口，secure 应为 true。',
        ),
      ),
    );
    socket.once('secureConnect', () => {
      sure = ok(`${kind}-tls`, titles.tls, '证书有效');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      sure ??= failed(
        `${kind}-tls`,
        titles.tls,
        `证书或加密没有通过（${error.code ?? '握手失败'}）`,
        '请核对服务器地址和端口；内网自建邮箱请把单位根证书（PEM）写在 campaign.yaml 的 mailbox.authority；也请核对本机时钟。',
      );
      end(skipped(`${kind}-greeting`, titles.greeting));
    });
    socket.once('data', (data: Buffer) => {
      const line =
        data
          .toString('latin1')
          .split(/\r?\n/, 1)[0]
          ?.replace(/[^\x20-\x7e]/g, '')
          .slice(0, 300) ?? '';
      // `* OK [CAPABILITY …] Dovecot ready.` and `220 smtp.163.com …`: what the server says of itself.
      const words = line.replace(/^(?:\* OK|220)[ -]*(?:\[[^\]]*\]?\s*)?/, '');
      const good = kind === 'imap' ? line.startsWith('* OK') : line.startsWith('220');
      end(
        good
          ? ok(`${kind}-greeting`, titles.greeting, words === '' ? '正常' : words)
          : failed(`${kind}-greeting`, titles.greeting, line, '这不像邮件服务器的应答，请核对端口。'),
      );
    });
  });
}
