import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/mail/read/read-message.ts';
import { detachBodies } from '../../../src/mail/repair/detach-bodies.ts';
import { repairMessage } from '../../../src/mail/repair/repair-message.ts';
import { buildMail } from '../../support/samples/build-mail.ts';
import { entityOf } from './entity-of.ts';

const BYTES = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256));
const LINES = BYTES.toString('base64').replace(/.{76}/g, '$&\r\n');
const HEAD = 'From: a@example.com\r\nContent-Type: image/x-any\r\nContent-Transfer-Encoding: base64\r\n\r\n';
const MAIL = { from: 'a@example.com', subject: '附件2', date: '2025-02-20T02:00:00.000Z', text: '附件' };

describe('detached bodies', () => {
  it.each([
    ['flawless base64', LINES, true],
    ['blank lines at its end', `${LINES}\r\n\r\n`, true],
    ['too short to matter', LINES.slice(0, 760), false],
    ['a stray character', LINES.replace('\r\n', '!\r\n'), true],
    ['stray bytes', Buffer.from(LINES.replace('\r\n', '\u0080\u00ff \r'), 'latin1'), true],
    ['a letter of the other alphabet', `${LINES.slice(0, 10)}-${LINES.slice(11)}`, false],
    ['padding in the middle', `AAA=\r\n${LINES}`, false],
    ['padding at its end', Buffer.concat([BYTES, BYTES.subarray(0, 1)]).toString('base64'), true],
    ['too much padding', `${LINES.trimEnd()}===`, false],
    ['a note of a virus scanner after it', `${LINES}\r\n-- \r\nscanned`, false],
  ])('%s', (_about, body, detached) => {
    const found = detachBodies(Buffer.from('mail'));
    const standIn = found.detach(Buffer.from(body));

    expect(standIn !== undefined).toBe(detached);
    const text = Buffer.from(body).toString('latin1');
    expect([...found.bodies.values()]).toEqual(detached ? [Buffer.from(text, 'base64')] : []);
  });

  it('are told apart in one pass', { timeout: 5000 }, () => {
    const body = Buffer.concat([Buffer.from('AAAA'), Buffer.alloc(8 * 1024 * 1024, '\r\n'), Buffer.from('=A')]);
    expect(detachBodies(Buffer.from('mail')).detach(body)).toBeUndefined();
  });

  it('keep the copy for the parser short', () => {
    const raw = buildMail({ ...MAIL, attachments: [{ name: 'a.bin', bytes: BYTES }] });
    expect(repairMessage(entityOf(raw), detachBodies(raw)).length).toBeLessThan(1500);
  });

  it('come back to the attachment they belong to, whatever the sizes', async () => {
    const file = fc.uint8Array({ minLength: 1, maxLength: 6000 });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 6 }), async (contents) => {
        const raw = buildMail({
          ...MAIL,
          // A zero byte first: nothing that is opened as a container.
          attachments: contents.map((bytes, index) => ({ name: `${index}.bin`, bytes: Buffer.from([0, ...bytes]) })),
        });
        const { files } = await readMessage(raw);
        expect(files.map(({ name, sha256 }) => [name, sha256])).toEqual(
          contents.map((bytes, index) => [`${index}.bin`, hashOf(Buffer.from([0, ...bytes]))]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('are what the parser makes of them, also of damaged ones', async () => {
    const damage = fc.array(fc.tuple(fc.nat(LINES.length - 1), fc.constantFrom(...'=-_!A \r\n\t\u0080\u00ff')), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.constantFrom('', '=', '==', 'A', '\r\n--', '\u0000'), async (changes, end) => {
        const body = [...LINES];
        for (const [at, character] of changes) body[at] = character;
        const raw = Buffer.from(`${HEAD}${body.join('')}${end}`, 'latin1');
        const parsed = await simpleParser(repairMessage(entityOf(raw)));
        const { files } = await readMessage(raw);
        expect(files.map(({ sha256 }) => sha256)).toEqual(parsed.attachments.map(({ content }) => hashOf(content)));
      }),
      { numRuns: 300 },
    );
  });

  it('are not to be had by a file that quotes a stand-in of another mail', async () => {
    const other = buildMail({ ...MAIL, attachments: [{ name: 'a.bin', bytes: BYTES }] });
    const quote = Buffer.from(`${hashOf(other)} 0`);
    const raw = buildMail({
      ...MAIL,
      attachments: [
        { name: 'quote.bin', bytes: quote },
        { name: 'a.bin', bytes: BYTES },
      ],
    });
    const { files } = await readMessage(raw);
    expect(files.map(({ sha256 }) => sha256)).toEqual([hashOf(quote), hashOf(BYTES)]);
  });

  it('lose nothing where the parser sees a part that is no attachment', async () => {
    const inner = buildMail({ ...MAIL, attachments: [{ name: 'a.bin', bytes: BYTES }] });
    const raw = Buffer.concat([Buffer.from('From: a@example.com\r\nContent-Type: message/rfc822\r\n\r\n'), inner]);
    const { files } = await readMessage(raw);
    expect(files.map(({ sha256 }) => sha256)).toContain(hashOf(BYTES));
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
