import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPackages } from './list-packages.ts';
import { DATA_PATH, OWN_DATA, REVIEWED } from './reviewed-packages.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

/** Files of src that load a package. */
function loaders(name: string): string[] {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((file) => new RegExp(`(?:from |import\\()'${name}(?:/[^']*)?'`).test(readFileSync(file, 'utf8')));
}

describe('packages', () => {
  it('are all known to read what others send, or not to', () => {
    expect(Object.keys({ ...DATA_PATH, ...OWN_DATA }).sort()).toEqual(Object.keys(dependencies).sort());
    expect(Object.keys(DATA_PATH).filter((name) => name in OWN_DATA)).toEqual([]);
  });

  it('on the data path, with all they bring along, are the versions whose weaknesses were looked up', () => {
    const seen = listPackages(Object.keys(DATA_PATH));

    expect(seen.length).toBeGreaterThan(100);
    expect(seen).toEqual(REVIEWED.trim().split(/\s+/));
  });

  it('are pinned to one version each', () => {
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it.each([
    ['exceljs', /\/(?:write-\w+|draw-frame|exceljs-bundle\.d)\.ts$/],
    ['xlsx-populate', /\/encrypt-book\.ts$|\.d\.ts$/],
    ['@e965/xlsx', /\/child\/|\.d\.ts$/],
    ['mammoth', /\/child\/|\.d\.ts$/],
    ['word-extractor', /\/child\/|\.d\.ts$/],
    ['nodemailer', /\/outbox\//],
  ])('%s stays where the review says', (name, place) => {
    const files = loaders(name);

    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !place.test(file))).toEqual([]);
  });
});
