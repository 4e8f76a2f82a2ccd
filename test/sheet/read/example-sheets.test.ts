import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/sheet/grid.ts';
import { book, sheet } from '../../support/table.ts';
import { codes, readBook } from './read.ts';

const HEADER = '| 医疗机构名称 | 统一社会信用代码 | 数据管理员姓名 | 数据管理员手机号码 |';
const ROW = '| 青杠医院 | 12510100450712347E | 李四光 | 13912345601 |';
const EXAMPLE = '| 示例市医院 | 125101004507123559 | 张三 | 13800138000 |';

function read(...sheets: readonly (readonly [name: string, rows: string])[]) {
  return readBook(book(...sheets.map(([name, rows]) => sheet(`${HEADER}\n${rows}`, { name })))).tables;
}

describe('a sheet with an example', () => {
  it('is not read beside the sheet that was filled in, and told', () => {
    const tables = read(['填写样例', EXAMPLE], ['附件2', ROW]);
    expect(tables.map((table) => table.sheet)).toEqual(['附件2']);
    expect(tables[0]?.faults.filter(({ code }) => code === 'table/example-sheet')).toEqual([
      { code: 'table/example-sheet', column: '', seen: '填写样例', detail: { sheet: '填写样例', count: '1' } },
    ]);
  });

  it('is read when nothing else was filled in', () => {
    const tables = read(['样表', ROW], ['附件2', '']);
    expect(tables.map((table) => [table.sheet, table.rows.length])).toEqual([
      ['样表', 1],
      ['附件2', 0],
    ]);
    expect(tables.flatMap(codes)).not.toContain('table/example-sheet');
  });

  it('is read when it holds more than an example', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) => ROW.replace('青杠', `青杠${n}`));
    const counts = (example: readonly string[]): readonly number[] =>
      read(['样表', example.join('\n')], ['附件2', ROW]).map((table) => table.rows.length);
    expect(counts(rows)).toEqual([6, 1]);
    expect(counts(rows.slice(1))).toEqual([1]);
  });

  it.each(['填写示例', '样例', '范例', '样表', '示范', '填报样张', '填写样', '填表样', 'Example', 'SAMPLE'])(
    'called %s',
    (name) => {
      expect(read([name, EXAMPLE], ['附件2', ROW]).map((table) => table.sheet)).toEqual(['附件2']);
    },
  );

  it('without a row has nothing to tell', () => {
    const [table, ...others] = read(['样表', ''], ['附件2', ROW]);
    expect(others).toEqual([]);
    expect(table?.sheet).toBe('附件2');
    expect(table?.faults.map(({ code }) => code)).not.toContain('table/example-sheet');
  });

  it('is told at the table of its own form', () => {
    const liaison = '| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 |';
    const sheets = [
      sheet(`${HEADER}\n${EXAMPLE}`, { name: '附件2样表' }),
      sheet(`${liaison}\n| 成都市 | 王思齐 | 成都市卫生健康委员会 | 处长 | 13912345602 |`, { name: '附件3' }),
    ];
    const told = (...more: readonly Grid[]): readonly string[] =>
      readBook(book(...sheets, ...more)).tables.map((table) =>
        [
          table.sheet,
          ...table.faults.filter(({ code }) => code === 'table/example-sheet').map(({ seen }) => seen),
        ].join(),
      );

    expect(told()).toEqual(['附件2样表', '附件3']);
    expect(told(sheet(`${HEADER}\n${ROW}`, { name: '附件2' }))).toEqual(['附件3', '附件2,附件2样表']);
  });
});
