import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeNasty } from './make-nasty.ts';
import { makeProvince, type SampleFile } from './make-province.ts';

/** Every file of samples/ except the expected results, which people write. */
export function makeSamples(): SampleFile[] {
  const nasty = makeNasty().flatMap(({ folder, files }) =>
    files.map(({ name, bytes }) => ({ path: `nasty/${folder}/mailbox/${name}`, bytes })),
  );
  return [...makeProvince(), ...nasty];
}

/** Writes them into a folder. */
export function writeSamples(folder: string): void {
  for (const { path, bytes } of makeSamples()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
