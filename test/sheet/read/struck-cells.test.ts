import { describe, expect, it } from 'vitest';
import { sheet } from '../../support/table.ts';
import { codes, readOne, values } from './read.ts';

const HEADER = '| 医疗机构名称 | 统一社会信用代码 | 数据管理员姓名 | 数据管理员手机号码 | 备注 |';
const ONE = '| 青杠医院 | 12510100450712347E | 李四光 | 13912345601 | 停业 |';
const TWO = '| 铁佛医院 | 125101004507123559 | 王思齐 | 13912345602 | |';

/** Faults of crossing out, when these cells are crossed out. */
function told(...struck: readonly string[]) {
  const cells = Object.fromEntries(struck.map((address) => [address, { struck: true as const }]));
  const table = readOne(sheet(`${HEADER}\n${ONE}\n${TWO}`, { cells }));
  expect(values(table, 'name')).toEqual(['青杠医院', '铁佛医院']);
  return table.faults.filter(({ code }) => code.endsWith('struck-through'));
}

describe('rows and cells that are crossed out', () => {
  it('nothing crossed out, nothing told', () => {
    expect(told()).toEqual([]);
  });

  it('a row is told as a whole, and stays', () => {
    expect(told('A2', 'B2', 'C2', 'D2', 'E2')).toEqual([
      { code: 'row/struck-through', column: '', seen: '', row: 2, detail: { line: '2' } },
    ]);
  });

  it('a single cell is told at its place', () => {
    expect(told('D3')).toEqual([
      { code: 'cell/struck-through', column: 'dataManagerPhone', seen: '13912345602', row: 3, cell: 'D3' },
    ]);
  });

  it('a remark that is crossed out is no matter', () => {
    expect(told('E2')).toEqual([]);
  });

  it('half a row is told cell by cell, more of it as a row', () => {
    expect(told('A2', 'B2').map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'cell/struck-through A2',
      'cell/struck-through B2',
    ]);
    expect(told('A2', 'B2', 'C2').map(({ code, row }) => `${code} ${row}`)).toEqual(['row/struck-through 2']);
  });

  it('what is blank does not count', () => {
    const blanks = { C3: { text: ' ', struck: true }, D3: { text: ' ', struck: true } } as const;
    const table = readOne(sheet(`${HEADER}\n${ONE}\n| 铁佛医院 | 125101004507123559 | | |`, { cells: blanks }));
    expect(codes(table).filter((code) => code.endsWith('struck-through'))).toEqual([]);

    const answers = { A3: { struck: true }, B3: { struck: true }, C3: { text: ' ' }, D3: { text: ' ' } } as const;
    const other = readOne(sheet(`${HEADER}\n${ONE}\n| 铁佛医院 | 125101004507123559 | | |`, { cells: answers }));
    expect(codes(other)).toContain('row/struck-through');
  });

  it('what was left out does not count', () => {
    const table = readOne(
      sheet(`${HEADER}\n${ONE}\n| 铁佛医院 | | 王思齐 |`, { cells: { A3: { struck: true }, C3: { struck: true } } }),
    );
    expect(codes(table)).toContain('row/struck-through');
  });
});
