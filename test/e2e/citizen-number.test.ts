import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { inFolder } from '../security/in-folder.ts';
import { makeTools } from '../support/campaign.ts';

const MAILBOX = join(SAMPLES, 'nasty', 'cell-id-card-as-credit-code', 'mailbox');
/** Birth date inside the number that the sample holds. */
const BIRTH = '19900307';

/** Text of a file; of a workbook, the text of its cells. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (!path.endsWith('.xlsx')) return bytes.toString('utf8');
  return JSON.stringify(await decodeWorkbook(bytes));
}

describe('a citizen’s number typed for a credit code', () => {
  it('stands in no deliverable, in nothing that a command prints, and in no mark on the returned table', () =>
    inFolder(async (folder) => {
      const printed: string[] = [];
      const say = (text: string): void => void printed.push(text);
      const io = { out: say, err: say, width: 100, terminal: false, tools: { ...makeTools(), progress: say } };
      for (const args of [
        ['run', '--from', MAILBOX],
        ['check'],
        ['check', '--json'],
        ['status'],
        ['decide'],
        ['publish'],
      ])
        await runCommandLine(['-C', folder, ...args], io);

      const files = readdirSync(join(folder, 'output'), { withFileTypes: true, recursive: true }).filter((entry) =>
        entry.isFile(),
      );
      const holding: string[] = [];
      for (const { parentPath, name } of files) {
        const times = (await textOf(join(parentPath, name))).split(BIRTH).length - 1;
        // The sender's own workbook goes back to the sender as it came: the number stands in that one cell.
        const own = parentPath.includes('退回') && name.endsWith('.xlsx') ? 1 : 0;
        if (times > own) holding.push(name);
      }

      expect(printed.join('\n')).toContain('身份证号码');
      expect(printed.join('\n')).not.toContain(BIRTH);
      expect(files.length).toBeGreaterThan(3);
      expect(holding).toEqual([]);
    }));
});
