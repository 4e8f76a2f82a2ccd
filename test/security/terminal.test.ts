import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminalSafe } from '../../src/text/terminal-safe.ts';
import { runMingce } from '../support/run-mingce.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { drawWorkbook, ROSTER_HEADER } from '../support/samples/draw-reply.ts';
import { inFolder } from './in-folder.ts';

/** Clears the screen and sets the title; a C1 control does the same; text that runs backwards. */
const STEERING = '\u001b[2J\u001b]0;pwned\u0007\u009b31m\u202etxt';
const NAME = '信\u001b[2J.eml';
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

describe('what a sender wrote cannot steer the terminal', () => {
  it('in subject, file name, sheet and cells', () =>
    inFolder(async (folder) => {
      const mailbox = join(folder, '..', 'mailbox');
      mkdirSync(mailbox);
      const row = [
        '1',
        `成都市${STEERING}`,
        `成都${STEERING}医院`,
        `x${STEERING}`,
        `1${STEERING}`,
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
      ];
      const book = drawWorkbook([{ name: '附件2', rows: [[...ROSTER_HEADER], row] }]);
      const mail = buildMail({
        from: 'a@example.com',
        fromName: `甲${STEERING}`,
        subject: `附件2${STEERING}`,
        date: '2025-02-20T02:00:00.000Z',
        text: `见附件${STEERING}`,
        attachments: [
          { name: `附件2${STEERING}.xlsx`, bytes: book },
          { name: `坏${STEERING}.xlsx`, bytes: Buffer.from('PK\u0003\u0004 no workbook') },
        ],
      });
      writeFileSync(join(mailbox, NAME), mail);
      expect(readFileSync(join(mailbox, NAME)).length).toBeGreaterThan(0);

      const said: string[] = [];
      const commands = [
        ['run', '--from', mailbox],
        ['check', '--all'],
        ['decide'],
        ['send'],
        ...['messages', 'files', 'submissions', 'findings', 'register', 'events', 'questions'].map((what) => [
          'show',
          what,
        ]),
        ['show', 'messages', '--json'],
        ['explain', NAME],
        ['explain', STEERING],
      ];
      for (const args of commands) {
        const { out, err } = await runMingce(['-C', folder, ...args]);
        said.push(out, err);
      }
      expect(said.join('\n')).toContain('附件2');
      expect(said.filter((text) => OBEYED.test(text))).toEqual([]);
    }));

  it('tabs, line feeds and Chinese stay', () => {
    expect(terminalSafe('甲\t乙\n丙 é 😀')).toBe('甲\t乙\n丙 é 😀');
    expect(terminalSafe('\u001b[31m红')).toBe('\ufffd[31m红');
  });
});
