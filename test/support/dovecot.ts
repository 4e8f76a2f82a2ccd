import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';

/** A Dovecot of its own on free ports of 127.0.0.1, TLS and plain, with one mailbox. */
export interface Dovecot {
  readonly folder: string;
  readonly user: string;
  readonly secret: string;
  readonly imaps: number;
  readonly imap: number;
  readonly lmtp: number;
  /** PEM of the certificate, to be given as the authority. */
  readonly authority: string;
  readonly authorityFile: string;
  readonly keyFile: string;
  /** Writes a mail straight into a folder of the mailbox. */
  put(raw: Uint8Array | string, folder?: string, name?: string): void;
  /** Number of files in a folder of the mailbox. */
  count(folder?: string): number;
  /** Names of the files in a folder; they carry the flags. */
  names(folder?: string): string[];
  /** Raw mails of a folder. */
  mails(folder?: string): Buffer[];
  makeFolder(folder: string): void;
  /** Empties all folders; UIDs begin anew with a new UIDVALIDITY. */
  wipe(): void;
  stop(): Promise<void>;
}

const USER = 'collector@test.local';
const SECRET = 'secret-of-the-test';

/** Starts Dovecot 2.3 or 2.4 is not told apart: the settings are those of 2.3 (Debian 12). */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-dovecot-'));
  chmodSync(folder, 0o755);
  const root = userInfo().uid === 0;
  const [imap, imaps, lmtp] = [await freePort(), await freePort(), await freePort()];
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = '-subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1';
  const kind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
  execFileSync('openssl', `${kind} ${subject} -keyout ${key} -out ${cert}`.split(' '), { stdio: 'ignore' });
  writeFileSync(join(folder, 'users'), `${USER}:{PLAIN}${SECRET}::::::\n`);
  const maildir = join(folder, 'mail', 'collector');
  mkdirSync(maildir, { recursive: true });
  if (root) execFileSync('chown', ['-R', 'mail:mail', join(folder, 'mail')]);
  const conf = join(folder, 'dovecot.conf');
  writeFileSync(conf, settings(folder, { imap, imaps, lmtp, root }));
  const server = spawn('/usr/sbin/dovecot', ['-F', '-c', conf], { stdio: 'ignore' });
  for (const port of [imap, imaps, lmtp]) await waitForPort(port, join(folder, 'log'));

  const at = (name: string): string => (name === 'INBOX' ? maildir : join(maildir, `.${name}`));
  let serial = 0;
  const files = (name: string): string[] =>
    ['new', 'cur'].flatMap((part) => {
      const path = join(at(name), part);
      return existsSync(path) ? readdirSync(path).map((file) => join(path, file)) : [];
    });

  function own(path: string): void {
    if (root) execFileSync('chown', ['-R', 'mail:mail', path]);
  }

  function makeFolder(name: string): void {
    for (const part of ['', 'new', 'cur', 'tmp']) mkdirSync(join(at(name), part), { recursive: true });
    own(at(name));
  }
  makeFolder('INBOX');

  return {
    folder,
    user: USER,
    secret: SECRET,
    imaps,
    imap,
    lmtp,
    authority: readFileSync(cert, 'utf8'),
    authorityFile: cert,
    keyFile: key,
    put(raw, name = 'INBOX', file) {
      if (!existsSync(join(at(name), 'new'))) makeFolder(name);
      serial += 1;
      const bytes = Buffer.from(raw);
      writeFileSync(
        join(at(name), 'new', file ?? `${1_700_000_000 + serial}.M${serial}.test,S=${bytes.length}`),
        bytes,
        { mode: 0o666 },
      );
      chmodSync(join(at(name), 'new', file ?? `${1_700_000_000 + serial}.M${serial}.test,S=${bytes.length}`), 0o666);
    },
    count: (name = 'INBOX') => files(name).length,
    names: (name = 'INBOX') => files(name).map((file) => basename(file)),
    mails: (name = 'INBOX') => files(name).map((file) => readFileSync(file)),
    makeFolder,
    wipe() {
      rmSync(maildir, { recursive: true, force: true });
      mkdirSync(maildir, { recursive: true });
      own(maildir);
      makeFolder('INBOX');
    },
    async stop() {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(
  folder: string,
  { imap, imaps, lmtp, root }: { imap: number; imaps: number; lmtp: number; root: boolean },
): string {
  const self = userInfo().username;
  const group = root ? '' : execFileSync('id', ['-gn']).toString().trim();
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = ${root ? 'dovecot' : self}
default_internal_group = ${root ? 'dovecot' : group}
default_login_user = ${root ? 'dovenull' : self}
first_valid_uid = 0
first_valid_gid = 0
mail_uid = ${root ? 'mail' : self}
mail_gid = ${root ? 'mail' : group}
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail/%n
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${root ? 'mail' : self} gid=${root ? 'mail' : group} home=${folder}/mail/%n
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtp}
  }
}
protocol lmtp {
  postmaster_address = postmaster@test.local
}
`;
}

/** A port of 127.0.0.1 that nobody uses. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function waitForPort(port: number, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`Dovecot did not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : 'no log'}`);
}
