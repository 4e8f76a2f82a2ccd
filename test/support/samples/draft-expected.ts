import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNasty } from './make-nasty.ts';
import { readFolder } from './read-folder.ts';

// Drafts expected.json where there is none, to be read and corrected by a person before it is committed.
const root = join(import.meta.dirname, '..', '..', '..', 'samples', 'nasty');
for (const { folder, about } of makeNasty()) {
  const path = join(root, folder, 'expected.json');
  if (existsSync(path) || !readdirSync(root).includes(folder)) continue;
  writeFileSync(path, `${JSON.stringify({ about, ...(await readFolder(join(root, folder, 'mailbox'))) }, null, 2)}\n`);
}
process.exit(0);
