import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type MailAccount, mayBePlain, tlsOptions } from '../providers/account.ts';
import { type Judgement, judgeFault, type SendFault, type SendOutcome } from './judge-fault.ts';

/** What came of one attempt, with the server's words. */
export interface SendResult extends Judgement {
  /** One line, bounded, without anything secret. */
  readonly response: string;
}

/** The door for outgoing mail: one connection at a time, opened when needed. */
export interface Outbox {
  /** One mail to one recipient and its copies. Never throws: what happened is the result. */
  send(to: readonly string[], raw: Uint8Array): Promise<SendResult>;
  close(): void;
}

interface SmtpFault extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

interface Line {
  readonly connection: SMTPConnection;
  /** True once the server has asked for the bytes of the mail under way (354). */
  dataBegun: boolean;
  mails: number;
  open: boolean;
}

/** Makes the door; no connection is opened before the first mail. */
export function openOutbox(account: MailAccount): Outbox {
  let line: Line | undefined;

  async function ready(): Promise<Line> {
    if (line?.open === true && line.mails < account.provider.limits.perConnection) return line;
    line?.connection.quit();
    line = undefined;
    line = await dial(account);
    return line;
  }

  return {
    async send(to, raw) {
      let current: Line | undefined;
      try {
        current = await ready();
        current.dataBegun = false;
        current.mails += 1;
        const info = await sendOn(current, account.address, to, raw);
        const refused = info.rejected.map(String);
        const note = refused.length === 0 ? '' : `（没有收下：${refused.join('、')}）`;
        // Copies may have gone out, but the mail was for the first address.
        const outcome = refused.includes(to[0] ?? '') ? 'rejected' : 'sent';
        return { outcome, stops: false, response: clean(info.response + note, account) };
      } catch (error) {
        const fault = error as SmtpFault;
        line?.connection.close();
        line = undefined;
        const judged = judgeFault({
          reply: fault.response ?? '',
          code: fault.responseCode ?? OWN_REFUSALS[fault.code ?? ''] ?? 0,
          dataBegun: current?.dataBegun ?? false,
          authentication: fault.code === 'EAUTH',
          about: aboutWhat(fault),
        });
        return { ...judged, response: clean(fault.response ?? sayBreak(fault, judged.outcome), account) };
      }
    },
    close() {
      line?.connection.quit();
      line = undefined;
    },
  };
}

/** Connects and logs in. */
async function dial(account: MailAccount): Promise<Line> {
  const { host, port, secure } = account.smtp;
  const plain = mayBePlain(account.smtp);
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    tls: tlsOptions(account),
    name: 'localhost',
    connectionTimeout: 30_000,
    greetingTimeout: 20_000,
    socketTimeout: 90_000,
    transactionLog: true,
    logger: listenFor(() => {
      line.dataBegun = true;
    }),
  });
  const line: Line = { connection, dataBegun: false, mails: 0, open: true };
  connection.on('end', () => {
    line.open = false;
  });
  // An idle connection may fail at any time; whoever waits on it hears of it as well.
  connection.on('error', () => {
    line.open = false;
  });
  await during(connection, (done) => connection.connect(done));
  await during(connection, (done) => connection.login({ user: account.user, pass: account.secret }, done));
  return line;
}

/** One step of the conversation, ended by its callback, a fault of the connection, or its end. */
async function during<Answer>(
  connection: SMTPConnection,
  step: (done: (error?: Error | null, answer?: Answer) => void) => void,
): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    function settle(error: Error | null | undefined, answer?: Answer): void {
      connection.off('error', settle);
      connection.off('end', ended);
      if (error) reject(error);
      else resolve(answer);
    }
    function ended(): void {
      settle(new Error('connection closed'));
    }
    connection.on('error', settle);
    connection.on('end', ended);
    step(settle);
  });
}

async function sendOn(
  { connection }: Line,
  from: string,
  to: readonly string[],
  raw: Uint8Array,
): Promise<{ readonly response: string; readonly rejected: readonly unknown[] }> {
  const info = await during<{ readonly response: string; readonly rejected: readonly unknown[] }>(connection, (done) =>
    connection.send({ from, to: [...to] }, Buffer.from(raw), done),
  );
  return info ?? { response: '', rejected: [] };
}

type Entry = (data: { readonly tnx?: string }, message?: string, ...rest: unknown[]) => void;

/**
 * A logger that keeps nothing: it only notices the server's 354, the point of no return. The command DATA
 * alone proves nothing, because it may be pipelined behind a recipient that is still to be refused.
 */
function listenFor(onData: () => void): Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', Entry> {
  const hear: Entry = (data, message) => {
    if (data.tnx === 'server' && message?.startsWith('354') === true) onData();
  };
  return { trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}

function aboutWhat({ command, code }: SmtpFault): SendFault['about'] {
  if (command === 'RCPT TO' || (command === 'API' && code === 'EENVELOPE')) return 'recipient';
  return command === 'DATA' ? 'mail' : 'line';
}

/** Chinese: what broke when the server gave no reply. */
function sayBreak({ code = '', message }: SmtpFault, outcome: SendOutcome): string {
  if (outcome === 'unknown') return '邮件内容发出后连接中断，没有等到服务器确认';
  if (/certificate|self[-_]signed|altname/i.test(message)) return '发信服务器的证书没有通过验证';
  return `${BREAKS[code] ?? '与发信服务器的连接中断'}，没有发出`;
}

/** What the library itself holds back, with the code a server would give (RFC 5321, section 4.2.3): too large, no such address. */
const OWN_REFUSALS: Readonly<Record<string, number>> = { EMESSAGE: 552, EENVELOPE: 553 };

const BREAKS: Readonly<Record<string, string>> = {
  EDNS: '找不到发信服务器的地址',
  ETIMEDOUT: '发信服务器超过时间没有应答',
  ESOCKET: '连不上发信服务器',
  ETLS: '发信服务器没有提供加密',
  EMESSAGE: '邮件超过发信服务器允许的大小',
  EENVELOPE: '收件地址写法不对，服务器不接受',
};

function clean(text: string, account: MailAccount): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return (account.secret === '' ? line : line.replaceAll(account.secret, '…')).slice(0, 300);
}

/** Logs in and leaves again. Undefined when that worked. */
export async function tryLogin(
  account: MailAccount,
): Promise<{ readonly authentication: boolean; readonly text: string } | undefined> {
  try {
    const line = await dial(account);
    line.connection.quit();
    return undefined;
  } catch (error) {
    const fault = error as SmtpFault;
    return {
      authentication: fault.code === 'EAUTH',
      text: clean(fault.response ?? sayBreak(fault, 'not-sent'), account),
    };
  }
}
