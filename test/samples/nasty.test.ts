import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { makeNasty } from '../support/samples/make-nasty.ts';
import { readFolder } from '../support/samples/read-folder.ts';

const ROOT = join(SAMPLES, 'nasty');

describe('nasty replies', () => {
  it('all have a folder, and every folder is walked', () => {
    expect(readdirSync(ROOT).sort()).toEqual(
      makeNasty()
        .map(({ folder }) => folder)
        .sort(),
    );
  });

  it.each(readdirSync(ROOT))('%s ends as expected.json says', async (folder) => {
    const expected = JSON.parse(readFileSync(join(ROOT, folder, 'expected.json'), 'utf8')) as object;

    const result = await readFolder(join(ROOT, folder, 'mailbox'));

    expect({ about: Reflect.get(expected, 'about'), ...result }).toEqual(expected);
  });
});
