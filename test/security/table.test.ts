import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** CONTRIBUTING.md, section 安全: the last column names the tests. */
it('every line of the table of threats names a test that is there', () => {
  const section = readFileSync('CONTRIBUTING.md', 'utf8').split('\n## 安全\n')[1] ?? '';
  const lines = section.split('\n').filter((line) => /^\| (?!威胁|---)/.test(line));
  const named = lines.map((line) => [...line.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path = '']) => path));

  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line, index) => named[index]?.length === 0 && !line.endsWith('| 人工 |'))).toEqual([]);
  expect(named.flat().filter((path) => !existsSync(path))).toEqual([]);
});
