import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { makeSamples } from '../support/samples/make-samples.ts';

describe('samples/', () => {
  it('are what the script makes', () => {
    const files = makeSamples();

    const different = files.filter(({ path, bytes }) => !readFileSync(join(SAMPLES, path)).equals(bytes));

    expect(files.length).toBeGreaterThan(80);
    expect(different.map(({ path }) => path)).toEqual([]);
  });
});
