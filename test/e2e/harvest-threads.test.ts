import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, isBuilt, type ProgramOptions, runProgram } from '../crash/program.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { needProgram } from '../support/need-program.ts';
import { linesOf } from '../support/run-mingce.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { liaisonBook } from '../support/samples/draw-reply.ts';

const MAILS = 300;
const KILLS = 6;
const LIAISON = {
  prefecture: '成都市',
  name: '冉知遥',
  organization: '成都市卫生健康委员会',
  position: '科员',
  phone: '13800000000',
  email: 'a@example.com',
};

describe.skipIf(!needProgram('dovecot') || !isBuilt())(
  'the built program, which reads mail in threads while more is coming',
  () => {
    let dovecot: Dovecot;
    let root: string;
    let folder: string;
    const mingce = (args: readonly string[], options: ProgramOptions = {}): Promise<Ended> =>
      runProgram(['-C', folder, ...args], { ...options, environment: { MINGCE_MAIL_SECRET: dovecot.secret } });
    beforeAll(async () => {
      dovecot = await startDovecot();
      root = mkdtempSync(join(tmpdir(), 'mingce-threads-'));
      folder = join(root, 'w');
      await runProgram(['init', folder]);
      const settings = join(folder, 'campaign.yaml');
      const mailbox = `  address: ${dovecot.user}
  authority: ${dovecot.authorityFile}
  imap: { host: localhost, port: ${dovecot.imaps} }
  smtp: { host: localhost, port: 465 }`;
      writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^ {2}address: ''$/m, mailbox));
      const book = liaisonBook(LIAISON);
      for (let number = 0; number < MAILS; number += 1)
        dovecot.put(
          buildMail({
            from: `unit${number}@example.com`,
            subject: `附件3 ${number}`,
            date: '2025-02-20T02:00:00.000Z',
            text: `第 ${number} 封`,
            attachments: number % 10 === 0 ? [{ name: '附件3.xlsx', bytes: book }] : [],
          }),
        );
    });
    afterAll(async () => {
      await dovecot.stop();
      rmSync(root, { recursive: true, force: true });
    });

    it('takes in, reads and keeps every mail once, killed or not', { timeout: 300_000 }, async () => {
      let killed = 0;
      for (let round = 0; round < KILLS; round += 1)
        if ((await mingce(['harvest', '--json'], { killAfter: 500 + round * 250 })).killed) killed += 1;

      const last = await mingce(['harvest', '--json']);
      const messages = linesOf((await mingce(['show', 'messages', '--json'])).out);
      const events = linesOf((await mingce(['show', 'events', '--json'])).out);

      expect(killed).toBeGreaterThan(0);
      expect(last.code).toBe(0);
      expect(messages).toHaveLength(MAILS);
      expect(new Set(messages.map(({ subject }) => subject)).size).toBe(MAILS);
      expect(events.filter(({ type }) => type === 'message-received')).toHaveLength(MAILS);
      expect((await mingce(['verify'])).code).toBe(0);
    });
  },
);
