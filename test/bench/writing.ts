import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { findPython, peerScript } from './find-python.ts';
import { type Contender, measureInTurns } from './measure-script.ts';

const COLUMNS = 13;

/** A table of the province workbook's shape, real size and far beyond, all cells text with a border. */
export async function measureWriting(effort: BenchEffort): Promise<BenchTable> {
  const python = findPython('xlsxwriter');
  const rows: string[][] = [];
  for (const count of effort.quick ? [1100, 10_000] : [1100, 11_000, 110_000]) {
    const from = join(effort.scratch, 'rows.json');
    writeFileSync(from, JSON.stringify(Array.from({ length: count }, (_, row) => rowOf(row))));
    const file = (name: string): string => join(effort.scratch, `${name}.xlsx`);
    const contenders: Contender[] = ['writeBook', 'exceljs'].map((name) => ({
      name,
      command: process.execPath,
      args: ['--max-old-space-size=4096', join(effort.scripts, 'write-one.js'), name, from, file(name)],
    }));
    if (python !== undefined) {
      const args = [peerScript('write_xlsxwriter.py'), from, file('XlsxWriter')];
      contenders.push({ name: 'XlsxWriter', command: python, args });
    }
    const costs = measureInTurns(contenders, effort);
    const own = costs.get('writeBook')?.milliseconds ?? Number.NaN;
    for (const [name, cost] of costs)
      rows.push([
        `${name === 'writeBook' ? 'mingce' : name}，${count} 行`,
        `${figure(cost.milliseconds)} ms`,
        `${figure(cost.cpuSeconds)} s`,
        `${figure(cost.peakMegabytes)} MB`,
        `${figure(statSync(file(name)).size / 2 ** 20)} MB`,
        figure(cost.milliseconds / own),
      ]);
  }
  return {
    title: '写出汇总表',
    note: `${COLUMNS} 列，每格文本带边框；各 ${effort.runs} 次取中位数，用时不计启动和载入，处理器是整个进程的。`,
    columns: ['写者', '用时', '处理器', '内存峰值', '文件', '为 mingce 的倍数'],
    rows,
    bars: [],
    skipped: python === undefined ? ['XlsxWriter 没有安装（apt install python3-xlsxwriter）'] : [],
  };
}

function rowOf(row: number): string[] {
  return Array.from({ length: COLUMNS }, (_, column) =>
    column % 3 === 0 ? `${row}0${column}` : `${row % 1000}第${column}列`,
  );
}
