import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/mail/read/read-message.ts';
import { repairMessage } from '../../../src/mail/repair/repair-message.ts';
import { takeAttachments } from '../../../src/mail/repair/take-attachments.ts';
import { buildMail } from '../../support/samples/build-mail.ts';
import { entityOf } from './entity-of.ts';

const BYTES = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256));
const LINES = BYTES.toString('base64').replace(/.{76}/g, '$&\r\n');
const MAIL = { from: 'a@example.com', subject: '附件2', date: '2025-02-20T02:00:00.000Z', text: '附件' };

/** A multipart of these parts, each a header and a body. */
function multipart(type: string, ...parts: readonly (readonly [head: string, body: string])[]): Buffer {
  const text = parts.map(([head, body]) => `--x\r\n${head}\r\n\r\n${body}\r\n`).join('');
  return Buffer.from(
    `From: a@example.com\r\nContent-Type: multipart/${type}; boundary=x\r\n\r\n${text}--x--\r\n`,
    'latin1',
  );
}

const file = (body: string, name = 'a.xlsx', more = ''): readonly [string, string] => [
  `Content-Type: application/octet-stream; name="${name}"${more}\r\nContent-Transfer-Encoding: base64`,
  body,
];
const LETTER = ['Content-Type: text/plain', 'letter'] as const;

describe('attachments that need no parser', () => {
  it.each([
    ['flawless base64', LINES, true],
    ['an empty one', '', true],
    ['blank lines at its end', `${LINES}\r\n\r\n`, true],
    ['a stray character', LINES.replace('\r\n', '!\r\n'), true],
    ['stray bytes', LINES.replace('\r\n', '\u0080\u00ff \r'), true],
    ['a letter of the other alphabet', `${LINES.slice(0, 10)}-${LINES.slice(11)}`, false],
    ['padding in the middle', `AAA=\r\n${LINES}`, false],
    ['padding at its end', Buffer.concat([BYTES, BYTES.subarray(0, 1)]).toString('base64'), true],
    ['too much padding', `${LINES.trimEnd()}===`, false],
    ['a note of a virus scanner after it', `${LINES}\r\n-- \r\nscanned`, false],
  ])('%s', (_about, body, isTaken) => {
    const taken = takeAttachments(entityOf(multipart('mixed', LETTER, file(body))));
    expect(taken?.parts.map((part) => part?.bytes)).toEqual([isTaken ? Buffer.from(body, 'base64') : undefined]);
  });

  it('are told apart in one pass', { timeout: 5000 }, () => {
    const body = `AAAA${'\r\n'.repeat(4 * 1024 * 1024)}=A`;
    expect(takeAttachments(entityOf(multipart('mixed', file(body))))?.parts).toEqual([undefined]);
  });

  it('leave a short mail for the parser, delimiter lines and all', () => {
    const raw = multipart('mixed', LETTER, file(LINES), file(LINES, 'b.xlsx'));
    const { rest } = takeAttachments(entityOf(raw)) ?? {};
    const copy = rest && repairMessage(rest).toString('latin1');
    expect(copy).toContain('bGV0dGVy');
    expect(copy?.match(/--x/g)).toHaveLength(2);
  });

  it('stand where they stood, whatever is between them', async () => {
    const csv = ['Content-Type: text/csv; name="b.csv"', '1,2'] as const;
    const quoted = ['Content-Type: application/pdf; name="d.pdf"\r\nContent-Transfer-Encoding: quoted-printable', 'p'];
    const raw = multipart('mixed', file(LINES), csv, LETTER, file(LINES, 'c.xlsx'), quoted as [string, string]);
    const { files } = await readMessage(raw);
    expect(files.map(({ name }) => name)).toEqual(['a.xlsx', 'b.csv', 'c.xlsx', 'd.pdf']);
  });

  it.each([
    [
      'a mail within the mail',
      multipart('mixed', ['Content-Type: message/rfc822', 'Subject: a\r\n\r\nb'], file(LINES)),
    ],
    ['a report', multipart('report', LETTER, ['Content-Type: message/delivery-status', 'Action: failed'])],
  ])('are left where there is %s', (_about, raw) => {
    expect(takeAttachments(entityOf(raw))).toBeUndefined();
  });

  it('lose nothing where the parser sees a part that is no attachment', async () => {
    const inner = buildMail({ ...MAIL, attachments: [{ name: 'a.bin', bytes: BYTES }] });
    const raw = Buffer.concat([Buffer.from('From: a@example.com\r\nContent-Type: message/rfc822\r\n\r\n'), inner]);
    const { files } = await readMessage(raw);
    expect(files.map(({ sha256 }) => sha256)).toContain(hashOf(BYTES));
  });

  it('are what the parser makes of them, also of damaged ones', async () => {
    const damage = fc.array(fc.tuple(fc.nat(LINES.length - 1), fc.constantFrom(...'=-_!A \r\n\t\u0080\u00ff')), {
      maxLength: 6,
    });
    const ends = fc.constantFrom('', '=', '==', 'A', '\r\n--', '\u0000');
    await fc.assert(
      fc.asyncProperty(damage, ends, fc.nat(3000), async (changes, end, length) => {
        const body = [...LINES];
        for (const [at, character] of changes) body[at] = character;
        const { apart, whole } = await compare(
          multipart('mixed', LETTER, file(`${body.slice(length).join('')}${end}`)),
        );
        expect(apart).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('have the names and places that the parser gives them, however they are written', async () => {
    const name = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('附件2.xlsx', '=?gb2312?B?uL28/jIueGxz?=', 'a (1).xlsx', 'a\\"b.xlsx', '%E9%99%84%E4%BB%B6.xlsx'),
    );
    const parameter = fc.tuple(fc.constantFrom('', 'filename', 'filename*', 'filename*0'), fc.boolean(), name);
    const disposition = fc.constantFrom('', 'attachment', 'inline', 'INLINE', 'form-data');
    const type = fc.constantFrom(
      'application/vnd.ms-excel',
      'image/png',
      'Application/Octet-Stream',
      'audio/x',
      'video/x',
    );
    const kind = fc.constantFrom('mixed', 'related', 'alternative', 'x');
    await fc.assert(
      fc.asyncProperty(kind, type, name, disposition, parameter, fc.boolean(), async (...drawn) => {
        const [within, media, own, shown, [key, isQuoted, other], hasId] = drawn;
        const written = isQuoted ? `"${other.replace(/[\\"]/g, '\\$&')}"` : other;
        const head = [
          `Content-Type: ${media}; name="${own.replace(/[\\"]/g, '\\$&')}"`,
          ...(shown === '' ? [] : [`Content-Disposition: ${shown}${key === '' ? '' : `; ${key}=${written}`}`]),
          ...(hasId ? ['Content-ID: <a>'] : []),
          'Content-Transfer-Encoding: BASE64',
        ].map((line) => Buffer.from(line.replace(/[\r\n]/g, '')).toString('latin1'));
        const { apart, whole } = await compare(multipart(within, LETTER, [head.join('\r\n'), LINES]));
        expect(apart).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it.each(sampleMails())('%s', async (_name, path) => {
    const { apart, whole } = await compare(readFileSync(path));
    expect(apart).toEqual(whole);
  });
});

/** What is found in a mail that is taken apart, and by a parser that reads all of it: attachments and letter. */
async function compare(raw: Buffer): Promise<{ readonly apart: unknown; readonly whole: unknown }> {
  const entity = entityOf(raw);
  const taken = takeAttachments(entity);
  const whole = await simpleParser(repairMessage(entity));
  const rest = await simpleParser(repairMessage(taken?.rest ?? entity));
  const found = rest.attachments.values();
  const parts = taken ? taken.parts.map((part) => part ?? found.next().value) : rest.attachments;
  return {
    apart: [parts.map(plain), rest.text, rest.html, rest.subject],
    whole: [whole.attachments.map(plain), whole.text, whole.html, whole.subject],
  };
}

function plain(part: object | undefined): unknown {
  if (part && 'contentType' in part) {
    const { filename, content, related, contentDisposition } = part as Awaited<
      ReturnType<typeof simpleParser>
    >['attachments'][number];
    return [filename ?? '', hashOf(content), related === true || contentDisposition === 'inline'];
  }
  const { name, bytes, inline } = part as { name: string; bytes: Uint8Array; inline: boolean };
  return [name, hashOf(bytes), inline];
}

function sampleMails(): (readonly [name: string, path: string])[] {
  return readdirSync('samples', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .map((name) => [name, join('samples', name)] as const);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
