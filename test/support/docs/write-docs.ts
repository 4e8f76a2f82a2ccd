import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawBlocks } from './draw-blocks.ts';
import { fillBlocks } from './fill-blocks.ts';

const blocks = await drawBlocks();
for (const name of ['README.md', 'CONTRIBUTING.md']) {
  const path = join(import.meta.dirname, '..', '..', '..', name);
  writeFileSync(path, fillBlocks(readFileSync(path, 'utf8'), blocks));
}
