import type { Bar, BenchTable } from './bench-table.ts';

/** One part as aligned text for a terminal. */
export function printTable(table: BenchTable): string {
  return [
    `\n■ ${table.title}`,
    table.note,
    ...(table.rows.length === 0 ? [] : align([table.columns, ...table.rows])),
    ...table.skipped.map((line) => `（略过）${line}`),
  ].join('\n');
}

/** The goals of all parts, reached or not. */
export function printBars(tables: readonly BenchTable[]): string {
  return ['\n■ 目标', ...align([['目标', '测得', '结果'], ...barRows(tables)])].join('\n');
}

/** All of it in Markdown. */
export function markdownTables(tables: readonly BenchTable[]): string {
  const parts = tables.map((table) =>
    [
      `**${table.title}**　${table.note}`,
      markdown(table.columns, table.rows),
      ...table.skipped.map((line) => `略过：${line}`),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return [`**目标**`, markdown(['目标', '测得', '结果'], barRows(tables)), ...parts].join('\n\n');
}

function verdict(bar: Bar): string {
  if (bar.reached === undefined) return '未测';
  return bar.reached ? '达到' : '未达到';
}

function barRows(tables: readonly BenchTable[]): string[][] {
  return tables.flatMap((table) => table.bars.map((bar) => [bar.goal, bar.measured, verdict(bar)]));
}

function markdown(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map((row) => line(row))].join('\n');
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, width(cell));
  const pad = (cell: string, index: number): string => {
    const space = ' '.repeat((widths[index] ?? 0) - width(cell));
    return index === 0 ? cell + space : space + cell;
  };
  return rows.map((row) => `  ${row.map((cell, index) => pad(cell, index)).join('  ')}`);
}

/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/u.test(character) ? 2 : 1;
  return columns;
}
