import { describe, expect, it } from 'vitest';
import { sheet } from '../../support/table.ts';
import { codes, readOne, skipped, values } from './read.ts';

const HEADER = '| 情况 | 医疗机构名称 | 统一社会信用代码 | 数据管理员姓名 | 数据管理员手机号码 |';
const OLD = '| 青杠医院 | 12510100450712347E | 李四光 | 13912345601 |';
const NEW = '| 青杠医院 | 12510100450712347E | 王思齐 | 13912345602 |';

describe('rows before and after a change', () => {
  it('only what holds now is read, and the other row is told', () => {
    const table = readOne(`${HEADER}\n| 变更前 ${OLD}\n| 变更后 ${NEW}`);
    expect(values(table, 'dataManagerName')).toEqual(['王思齐']);
    expect(skipped(table)).toEqual(['2 before-change']);
    expect(table.faults.filter(({ code }) => code === 'row/before-change')).toEqual([
      { code: 'row/before-change', column: '', seen: '1', row: 2, detail: { count: '1', rows: '2' } },
    ]);
  });

  it('a merged mark holds for all its rows', () => {
    const rows = `${HEADER}\n| 原信息 ${OLD}\n| ${OLD.replaceAll('青杠', '铁佛')}\n| 新信息 ${NEW}\n| ${NEW.replaceAll('青杠', '铁佛')}`;
    const table = readOne(sheet(rows, { merges: [{ top: 2, left: 1, bottom: 3, right: 1 }] }));
    expect(values(table, 'name', 'dataManagerName')).toEqual(['青杠医院 王思齐', '铁佛医院 王思齐']);
  });

  it('a row that alone says 变更前 is data: nothing else says what holds', () => {
    const table = readOne(`${HEADER}\n| 变更前 ${OLD}`);
    expect(values(table, 'dataManagerName')).toEqual(['李四光']);
    expect(codes(table)).not.toContain('row/before-change');
  });

  it('names that begin alike are no marks', () => {
    const table = readOne(`${HEADER}\n| 1 ${OLD.replace('青杠医院', '原信息工程医院东院区')}\n| 变更后 ${NEW}`);
    expect(table.rows).toHaveLength(2);
  });
});
