import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import type { Dovecot } from './dovecot.ts';

/** A mail as the server received it. */
export interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** What the server does with the next mail instead of taking it. */
export type SmtpFault =
  | { readonly stage: 'mail' | 'rcpt' | 'data'; readonly code: number; readonly text: string }
  | { readonly stage: 'drop-before-data' }
  /** Takes the mail, then cuts the line instead of answering. */
  | { readonly stage: 'drop-after-data' };

export interface Smtp {
  readonly port: number;
  readonly delivered: Delivered[];
  /** Faults for the next mails, used up one by one. */
  readonly faults: SmtpFault[];
  /** Number of connections that logged in. */
  logins: number;
  stop(): Promise<void>;
}

/** An SMTP server over TLS that keeps every mail and hands those for the mailbox to Dovecot over LMTP. */
export async function startSmtp(dovecot: Dovecot): Promise<Smtp> {
  const delivered: Delivered[] = [];
  const faults: SmtpFault[] = [];
  const lmtp = createTransport({
    host: '127.0.0.1',
    port: dovecot.lmtp,
    lmtp: true,
    ignoreTLS: true,
  });
  const server = new SMTPServer({
    secure: true,
    closeTimeout: 200,
    key: readFileSync(dovecot.keyFile),
    cert: readFileSync(dovecot.authorityFile),
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth(auth, _session, done) {
      if (auth.username !== dovecot.user || auth.password !== dovecot.secret)
        return done(Object.assign(new Error('535 Error: authentication failed'), { responseCode: 535 }));
      smtp.logins += 1;
      return done(null, { user: auth.username });
    },
    onMailFrom: (_address, _session, done) => done(take('mail')),
    onRcptTo: (_address, session, done) => {
      if (faults[0]?.stage === 'drop-before-data') {
        faults.shift();
        cut(session);
        return;
      }
      done(take('rcpt'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const fault = take('data');
        if (fault) return done(fault);
        const raw = Buffer.concat(chunks);
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const to = session.envelope.rcptTo.map((one) => one.address);
        delivered.push({ from, to, raw });
        if (faults[0]?.stage === 'drop-after-data') {
          faults.shift();
          cut(session);
          return undefined;
        }
        if (!to.includes(dovecot.user)) return done(null, 'queued');
        lmtp.sendMail({ envelope: { from, to: dovecot.user }, raw }, (error) => done(error, 'queued'));
        return undefined;
      });
    },
  });
  server.on('error', () => undefined);

  function take(stage: 'mail' | 'rcpt' | 'data'): Error | null {
    const [next] = faults;
    if (next?.stage !== stage) return null;
    faults.shift();
    return Object.assign(new Error(next.text), { responseCode: next.code });
  }

  function cut(session: { id: string }): void {
    for (const line of (server as unknown as { connections: Set<Record<string, unknown>> }).connections) {
      const socket = line['_socket'];
      if (line['id'] === session.id && socket instanceof Socket) socket.destroy();
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  const smtp: Smtp = {
    port: typeof address === 'object' && address ? address.port : 0,
    delivered,
    faults,
    logins: 0,
    stop: () => new Promise((done) => server.close(() => done())),
  };
  return smtp;
}
