import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { inFolder } from '../security/in-folder.ts';
import { linesOf, runMingce } from '../support/run-mingce.ts';

const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

/** The keys that README lists for a subject, in their order. */
function listed(subject: string): string[] {
  const [, keys = ''] = new RegExp(`^- \`show ${subject}\`：\`([^\`]+)\``, 'm').exec(README) ?? [];
  return keys.split(', ');
}

it('README lists the keys of the JSON lines as they are', () =>
  inFolder(async (folder) => {
    await runMingce(['-C', folder, 'run', '--from', join(SAMPLES, 'nasty', 'cell-formula-text', 'mailbox')]);
    for (const subject of ['findings', 'messages']) {
      const lines = linesOf((await runMingce(['-C', folder, 'show', subject, '--json'])).out);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(Object.keys(line)).toEqual(['v', ...listed(subject)]);
    }
  }));
