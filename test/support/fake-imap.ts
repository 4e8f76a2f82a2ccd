import { createServer, type Socket } from 'node:net';

/** A mail on the fake server. */
export interface FakeMail {
  readonly uid: number;
  readonly raw: Buffer;
  /** Day of February 2025 on which it was received. */
  readonly day?: string;
  /** skip: never answered · empty: answered without bytes · cut: line cut inside the literal, each time or once ·
   * bye: BYE in its place, once · no: FETCH ends with NO here, once · stall: silence, once · twice: answered twice. */
  readonly fault?: 'skip' | 'empty' | 'cut' | 'cut-once' | 'bye-once' | 'no-once' | 'stall-once' | 'twice';
}

export interface FakeImap {
  readonly port: number;
  folders: { name: string; flags: string; mails: FakeMail[]; uidValidity: number }[];
  /** Every command line received, without the tag. */
  readonly commands: string[];
  connections: number;
  /** Refuses this many of the next connections with BYE. */
  busy: number;
  /** A mail comes into INBOX; whoever waits with IDLE is told. */
  arrive(mail: FakeMail): void;
  stop(): Promise<void>;
}

export interface FakeOptions {
  /** Refuse to open folders until ID came after login. */
  readonly wantsId?: boolean;
  readonly capabilities?: string;
  /** Answer SEARCH LARGER with NO, as a server without it. */
  readonly noLarger?: boolean;
  /** Answer ID with BAD, as seen at NetEase when it dislikes its form. */
  readonly badId?: boolean;
  /** The folder list is also the answer to LIST "" "", as seen on servers without NAMESPACE. */
  readonly oddList?: boolean;
}

const COREMAIL = 'IMAP4rev1 XLIST SPECIAL-USE ID LITERAL+ STARTTLS UIDPLUS X-CM-EXT-1';

/**
 * A server that behaves like 163.com: thin capabilities, no UIDNEXT, UIDVALIDITY 1, ID wanted after
 * login. Mails can be given faults.
 */
export async function startFakeImap(options: FakeOptions = {}): Promise<FakeImap> {
  const capabilities = options.capabilities ?? COREMAIL;
  const used = new Set<number>();
  const sockets = new Set<Socket>();
  const tellAll: (() => void)[] = [];
  const commands: string[] = [];
  const server = createServer((socket) => {
    fake.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let loggedIn = false;
    let identified = false;
    let open: FakeImap['folders'][number] | undefined;
    let rest = '';
    const say = (line: string | Buffer): boolean =>
      socket.write(Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]));
    if (fake.busy > 0) {
      fake.busy -= 1;
      say('* BYE Server is too busy, try again later');
      socket.end();
      return;
    }
    let told = 0;
    let idling = '';
    const tell = (): void => {
      if (open && open.mails.length !== told) say(`* ${open.mails.length} EXISTS`);
      told = open?.mails.length ?? 0;
    };
    tellAll.push(() => {
      if (idling !== '') tell();
    });
    say('* OK Coremail System IMap Server Ready(163com[fake])');
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        answer(line);
      }
    });

    function answer(line: string): void {
      const [tag = '', ...words] = line.split(' ');
      const text = words.join(' ');
      commands.push(text.replace(/^(LOGIN|AUTHENTICATE).*/, '$1'));
      if (tag === 'DONE') {
        say(`${idling} OK IDLE completed`);
        idling = '';
        return;
      }
      const verb = (words[0] === 'UID' ? `UID ${words[1]}` : (words[0] ?? '')).toUpperCase();
      switch (verb) {
        case 'CAPABILITY':
          say(`* CAPABILITY ${capabilities}`);
          say(`${tag} OK done`);
          return;
        case 'ID':
          if (options.badId === true) {
            say(`${tag} BAD Parse command error`);
            return;
          }
          if (loggedIn) identified = true;
          say('* ID ("name" "Coremail Imap" "vendor" "Mailtech" "TransID" "x")');
          say(`${tag} OK ID completed`);
          return;
        case 'LOGIN':
          if (!text.includes('secret')) {
            say(`${tag} NO LOGIN Login error or password error`);
            return;
          }
          loggedIn = true;
          say(`${tag} OK LOGIN completed`);
          return;
        case 'LIST':
        case 'XLIST':
        case 'LSUB':
          if (text.endsWith(' "" ""') && options.oddList !== true) say('* LIST (\\Noselect) "/" ""');
          else for (const one of fake.folders) say(`* ${verb} (${one.flags}) "/" "${one.name}"`);
          say(`${tag} OK done`);
          return;
        case 'SELECT':
        case 'EXAMINE': {
          const name = /"?([^"]+)"?$/.exec(words.slice(1).join(' '))?.[1];
          if (options.wantsId === true && !identified) {
            say(`${tag} NO ${verb} Unsafe Login. Please contact kefu@188.com for help`);
            return;
          }
          open = fake.folders.find((one) => one.name === name);
          told = open?.mails.length ?? 0;
          say(`* ${told} EXISTS`);
          say('* 0 RECENT');
          say(`* OK [UIDVALIDITY ${open?.uidValidity ?? 1}] UIDs valid`);
          say('* FLAGS (\\Answered \\Seen \\Deleted \\Draft \\Flagged)');
          say(`${tag} OK [READ-ONLY] ${verb} completed`);
          return;
        }
        case 'UID SEARCH': {
          const larger = /LARGER (\d+)/.exec(text)?.[1];
          if (larger !== undefined && options.noLarger === true) {
            say(`${tag} BAD invalid argument`);
            return;
          }
          const uids = (open?.mails ?? []).filter((mail) => larger === undefined || mail.raw.length > Number(larger));
          say(`* SEARCH ${uids.map((mail) => mail.uid).join(' ')}`.trim());
          say(`${tag} OK SEARCH completed`);
          return;
        }
        case 'IDLE':
          if (!capabilities.includes('IDLE')) {
            say(`${tag} BAD command not understood`);
            return;
          }
          idling = tag;
          say('+ idling');
          return;
        case 'NOOP':
          tell();
          say(`${tag} OK NOOP completed`);
          return;
        case 'UID FETCH':
          fetchMails(tag, words[2] ?? '', text);
          return;
        case 'LOGOUT':
          say('* BYE');
          say(`${tag} OK LOGOUT completed`);
          socket.end();
          return;
        default:
          say(/^(CHECK|CLOSE)$/.test(verb) ? `${tag} OK done` : `${tag} BAD command not understood`);
      }
    }

    function fetchMails(tag: string, set: string, text: string): void {
      const wanted = new Set(
        set.split(',').flatMap((part) => {
          const [from = 0, to = from] = part.split(':').map(Number);
          return (open?.mails ?? []).map((mail) => mail.uid).filter((uid) => uid >= from && uid <= to);
        }),
      );
      for (const [index, mail] of (open?.mails ?? []).entries()) {
        if (!wanted.has(mail.uid)) continue;
        const seq = index + 1;
        const once = mail.fault?.endsWith('-once') === true && used.has(mail.uid);
        if (!once) used.add(mail.uid);
        const received = `"${mail.day ?? '01'}-Feb-2025 09:00:00 +0800"`;
        if (!text.includes('BODY')) {
          const envelope = text.includes('ENVELOPE') ? ` ENVELOPE ${envelopeOf(mail.raw)}` : '';
          say(`* ${seq} FETCH (UID ${mail.uid} INTERNALDATE ${received}${envelope})`);
          continue;
        }
        const body = (raw: Buffer): Buffer =>
          Buffer.concat([
            Buffer.from(`* ${seq} FETCH (UID ${mail.uid} INTERNALDATE ${received} BODY[] {${mail.raw.length}}\r\n`),
            raw,
          ]);
        const whole = Buffer.concat([body(mail.raw), Buffer.from(')')]);
        if (/HEADER\.FIELDS/.test(text)) {
          const id = /^message-id:.*$/im.exec(mail.raw.toString('latin1'))?.[0] ?? '';
          say(`* ${seq} FETCH (UID ${mail.uid} BODY[HEADER.FIELDS (MESSAGE-ID)] {${id.length + 4}}\r\n${id}\r\n\r\n)`);
          continue;
        }
        if (once || mail.fault === undefined) say(whole);
        else if (mail.fault === 'skip') continue;
        else if (mail.fault === 'empty') say(`* ${seq} FETCH (UID ${mail.uid} BODY[] NIL)`);
        else if (mail.fault === 'twice') {
          say(whole);
          say(`* ${seq} FETCH (FLAGS (\\Seen))`);
          say(whole);
        } else if (mail.fault === 'cut' || mail.fault === 'cut-once') {
          socket.write(body(mail.raw.subarray(0, mail.raw.length >> 1)), () => socket.destroy());
          return;
        } else if (mail.fault === 'bye-once') {
          say('* BYE Server is too busy, try again later');
          socket.end();
          return;
        } else if (mail.fault === 'no-once') {
          say(`${tag} NO FETCH temporary failure`);
          return;
        } else return;
      }
      say(`${tag} OK FETCH completed`);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  const fake: FakeImap = {
    port: typeof address === 'object' && address ? address.port : 0,
    folders: [{ name: 'INBOX', flags: '', mails: [], uidValidity: 1 }],
    commands,
    connections: 0,
    busy: 0,
    arrive(mail) {
      fake.folders[0]?.mails.push(mail);
      for (const tell of tellAll) tell();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  return fake;
}

/** Subject and sender of a mail with plain headers, as ENVELOPE gives them. */
function envelopeOf(raw: Buffer): string {
  const head = raw.toString('latin1');
  const subject = /^Subject: (.*)$/m.exec(head)?.[1]?.trim() ?? '';
  const [, name = '', host = ''] = /^From: ([^@\s]+)@(\S+)/m.exec(head) ?? [];
  return `(NIL "${subject}" ((NIL NIL "${name}" "${host}")) NIL NIL NIL NIL NIL NIL NIL)`;
}
