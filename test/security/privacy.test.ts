import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { mailAccount } from '../../src/flows/mail-account.ts';
import { openCampaign } from '../../src/flows/open-campaign.ts';
import { sendMails } from '../../src/flows/send.ts';
import { makeTools } from '../support/campaign.ts';
import { inFolder } from './in-folder.ts';

const MAILBOX = join(SAMPLES, 'province', 'mailbox');
const SECRET = 'QWERTYUIOPASDFGH';

function walk(folder: string): { path: string; directory: boolean }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    directory: entry.isDirectory(),
  }));
}

describe('a day with the sample province', () => {
  it('writes no personal data to the log, files for their owner only, and leaves no temporary file', () =>
    inFolder(async (folder) => {
      const tools = makeTools();
      const log: string[] = [];
      const say = (text: string): void => void log.push(text);
      const io = { out: () => undefined, err: say, width: 100, terminal: false, tools: { ...tools, progress: say } };
      for (const args of [['run', '--from', MAILBOX], ['template'], ['decide'], ['rebuild'], ['verify']])
        await runCommandLine(['-C', folder, ...args], io);
      const again = await openCampaign(folder);
      const rows = readFileSync(join(folder, 'output', 'register.jsonl'), 'utf8');
      const key = again.key;
      again.close();

      const personal = [...rows.matchAll(/1[3-9]\d{9}|[0-9A-HJ-NP-RTUWXY]{18}|[\w.-]+@[\w.-]+/g)].map(([text]) => text);
      expect(personal.length).toBeGreaterThan(100);
      expect(log.length).toBeGreaterThan(0);
      expect(log.filter((line) => personal.some((text) => line.includes(text)) || /1[3-9]\d{9}|@/.test(line))).toEqual(
        [],
      );

      const files = walk(folder);
      const open = files.filter(({ path }) => process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0);
      expect(open.map(({ path }) => path)).toEqual([]);
      expect(files.filter(({ path }) => /\.tmp$|-journal$/.test(path)).map(({ path }) => path)).toEqual([]);

      const given = files.filter(({ path, directory }) => !directory && !/ledger\.db/.test(path));
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(given.filter(({ path }) => readFileSync(path).includes(key))).toEqual([]);
    }));
});

describe('the secret of the mailbox', () => {
  /** Writes the mailbox of a server that is not there into campaign.yaml. */
  async function withMailbox(folder: string): Promise<Awaited<ReturnType<typeof openCampaign>>> {
    const path = join(folder, 'campaign.yaml');
    const text = readFileSync(path, 'utf8').replace(/^mailbox:[\s\S]*?(?=^\S|$(?![\s\S]))/m, '');
    writeFileSync(
      path,
      `${text}\nmailbox:\n  address: box@example.com\n  imap: { host: 127.0.0.1, port: 1 }\n  smtp: { host: 127.0.0.1, port: 1 }\n`,
    );
    return openCampaign(folder);
  }

  it('stands in no error, no log and no file, also when sending and receiving fail', () =>
    inFolder(async (folder) => {
      const open = await withMailbox(folder);
      const log: string[] = [];
      const tools = makeTools({ environment: { MINGCE_MAIL_SECRET: SECRET }, progress: (text) => void log.push(text) });
      const sent = await sendMails(open, { kinds: ['request'], apply: true }, tools).catch((error: unknown) => error);
      open.close();
      const say = (text: string): void => void log.push(text);
      const code = await runCommandLine(['-C', folder, 'harvest'], {
        out: say,
        err: say,
        width: 100,
        terminal: false,
        tools,
      });

      expect(code).toBe(3);
      log.push(sent instanceof Error ? `${sent.message} ${sent.stack}` : JSON.stringify(sent));
      expect(log.filter((line) => line.includes(SECRET))).toEqual([]);
      const coded = [
        SECRET,
        Buffer.from(SECRET).toString('base64').slice(0, 20),
        Buffer.from(`\0box@example.com\0${SECRET}`).toString('base64'),
      ];
      const files = walk(folder).filter(({ directory }) => !directory);
      expect(files.filter(({ path }) => coded.some((text) => readFileSync(path).includes(text)))).toEqual([]);
    }));

  it.each([
    ['readable by others', 0o644, false, '别人也能读'],
    ['inside the campaign folder', 0o600, true, '会随文件夹一起交给别人'],
  ])('is not taken from a file %s', (_, mode, inside, complaint) =>
    inFolder(async (folder) => {
      const open = await withMailbox(folder);
      const path = join(inside ? folder : join(folder, '..'), 'secret');
      mkdirSync(join(folder, 'x'));
      writeFileSync(path, SECRET);
      chmodSync(path, mode);
      const tools = makeTools({ environment: { MINGCE_MAIL_SECRET_FILE: path } });
      await expect(mailAccount(open, tools)).rejects.toThrow(complaint);
      open.close();
    }),
  );
});
