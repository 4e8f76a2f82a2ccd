import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES, TEMPLATES } from '../../src/flows/house-files.ts';
import { drawBlankForms } from '../support/samples/draw-blank.ts';
import { makeSamples } from '../support/samples/make-samples.ts';

describe('samples/', () => {
  it('are what the script makes', () => {
    const files = makeSamples();

    const different = files.filter(({ path, bytes }) => !readFileSync(join(SAMPLES, path)).equals(bytes));

    expect(files.length).toBeGreaterThan(80);
    expect(different.map(({ path }) => path)).toEqual([]);
  });
});

describe('templates/blank', () => {
  it('are what the forms draw', async () => {
    const blank = await drawBlankForms();

    expect(blank.map(({ name }) => name)).toEqual(readdirSync(join(TEMPLATES, 'blank')).sort());
    for (const { name, bytes } of blank)
      expect(readFileSync(join(TEMPLATES, 'blank', name)).equals(bytes), `${name}: npm run samples`).toBe(true);
  });
});
