import { type IdInfoObject, ImapFlow, type ImapFlowOptions } from 'imapflow';
import { type MailAccount, mayBePlain, tlsOptions } from '../providers/account.ts';
import { explainMailError } from './explain-mail-error.ts';

/** Who asks, in ASCII: Chinese would go over the wire unquoted. NetEase's help page names these four. */
const CLIENT: IdInfoObject = {
  name: 'mingce',
  version: '1.0',
  vendor: 'mingce',
  'support-email': 'postmaster@localhost',
};

/** The largest mail that is taken in; Coremail itself accepts no more than 71,680,000 bytes. */
export const LARGEST_MAIL = 72 * 1024 * 1024;

/** Milliseconds. */
const SILENCE = 75_000;

export interface ConnectOptions {
  /** Milliseconds of silence after which the server counts as gone. */
  readonly silence?: number;
}

/**
 * Logs in over IMAP. Throws UserError for a refused secret and Outage for a server that does not answer,
 * both with Chinese advice; never retries, because providers lock mailboxes that do.
 */
export async function connect(account: MailAccount, options: ConnectOptions = {}): Promise<ImapFlow> {
  const client = new ImapFlow(settings(account, options));
  // Without a listener an error event would end the program; the pending command throws the same error.
  client.on('error', ignore);
  try {
    await client.connect();
    if (isCoremail(client, account)) await introduce(client);
    if (!client.capabilities.has('NAMESPACE')) client.namespace = { prefix: '', delimiter: '/' };
  } catch (error) {
    client.close();
    throw explainMailError(error, account);
  }
  return client;
}

/** Coremail, the system behind NetEase and most government mailboxes, names itself in its capabilities or ID. */
export function isCoremail(client: ImapFlow, account: MailAccount): boolean {
  return (
    account.provider.idAfterLogin ||
    client.capabilities.has('X-CM-EXT-1') ||
    /coremail/i.test(String(client.serverInfo?.['name'] ?? ''))
  );
}

function settings(account: MailAccount, options: ConnectOptions): ImapFlowOptions {
  const { host, port, secure } = account.imap;
  return {
    host,
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !mayBePlain(account.imap) }),
    tls: tlsOptions(account),
    auth: { user: account.user, pass: account.secret },
    clientInfo: { ...CLIENT },
    logger: false,
    disableAutoIdle: true,
    // A waiting line says something well before its silence counts as the server's.
    maxIdleTime: Math.round((options.silence ?? SILENCE) / 2),
    // Nothing of CONDSTORE and its kin is used; each round trip counts on slow lines.
    disableAutoEnable: true,
    disableCompression: true,
    connectionTimeout: 30_000,
    greetingTimeout: 20_000,
    socketTimeout: options.silence ?? SILENCE,
    maxLiteralSize: LARGEST_MAIL + 1024,
    maxResponseSize: LARGEST_MAIL + 65_536,
  };
}

/**
 * ID after login. The library skips it when the first answer was complete, but NetEase wants it in the
 * authenticated state ("Unsafe Login"). `run` is the library's way to send a command by name.
 */
async function introduce(client: ImapFlow): Promise<void> {
  const commands = client as unknown as { run(command: string, ...parameters: unknown[]): Promise<unknown> };
  await commands.run('ID', client.clientInfo);
}

function ignore(): void {}
