import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeProvince } from './make-province.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');

for (const { path, bytes } of makeProvince()) {
  const target = join(SAMPLES, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
