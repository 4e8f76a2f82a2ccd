import { afterAll, describe, expect, it } from 'vitest';
import type { MailMessage } from '../../../src/mail/message.ts';
import { readMessage } from '../../../src/mail/read/read-message.ts';
import { repairMessage } from '../../../src/mail/repair/repair-message.ts';
import { CONTAINER_CASES } from './container-cases.ts';
import { entityOf } from './entity-of.ts';
import { type MimeCase, mail } from './mime-cases.ts';
import { NAME_CASES } from './name-cases.ts';
import { TEXT_CASES } from './text-cases.ts';

const CASES: readonly MimeCase[] = [...NAME_CASES, ...TEXT_CASES, ...CONTAINER_CASES].toSorted((a, b) =>
  a.name.localeCompare(b.name),
);

function found(message: MailMessage, expected: MimeCase): Omit<MimeCase, 'name' | 'raw'> {
  return {
    ...(expected.subject === undefined ? {} : { subject: message.subject }),
    ...(expected.sender === undefined ? {} : { sender: message.from.name }),
    ...(expected.text === undefined ? {} : { text: message.text }),
    ...(expected.files === undefined ? {} : { files: message.files.map((file) => contentOf(file.path, file.bytes)) }),
  };
}

function contentOf(path: string, bytes: Uint8Array | undefined): readonly [string, Buffer?] {
  return bytes === undefined ? [path] : [path, Buffer.from(bytes)];
}

describe('the 38 ways in which Chinese mails are written', () => {
  let right = 0;
  afterAll(() => process.stdout.write(`${right} of ${CASES.length} kinds of mail read right\n`));

  it('has 38 of them, each a different one', () => {
    expect(new Set(CASES.map((one) => one.name.slice(0, 2))).size).toBe(38);
  });

  it.each(CASES)('$name', async (one) => {
    const { name: _, raw, ...expected } = one;
    expect(found(await readMessage(raw), one)).toEqual(expected);
    right += 1;
  });
});

describe('repair', () => {
  it('works on a copy', () => {
    const raw = mail({});
    const before = Buffer.from(raw);
    repairMessage(entityOf(raw));
    expect(raw.equals(before)).toBe(true);
  });

  it('changes nothing any more the second time', () => {
    for (const { raw } of CASES) {
      const once = repairMessage(entityOf(raw));
      expect(repairMessage(entityOf(once)).toString()).toBe(once.toString());
    }
  });
});
