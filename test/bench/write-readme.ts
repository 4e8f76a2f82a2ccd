import { readFileSync, writeFileSync } from 'node:fs';
import type { BenchTable } from './bench-table.ts';
import { markdownTables } from './print-tables.ts';

const SECTION = /(<!-- 性能 -->\n)[\s\S]*?(\n<!-- 性能完 -->)/;

/** Puts the result between the markers of README.md. */
export function writeReadme(file: string, machine: string, tables: readonly BenchTable[]): void {
  const text = readFileSync(file, 'utf8');
  if (!SECTION.test(text)) throw new Error(`${file} has no place for the figures`);
  const body = `\n${machine}\n\n${markdownTables(tables)}\n`;
  writeFileSync(
    file,
    text.replace(SECTION, (_, open: string, close: string) => open + body + close),
  );
}
