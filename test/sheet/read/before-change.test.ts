import { describe, expect, it } from 'vitest';
import { book, sheet } from '../../support/table.ts';
import { codes, readBook, readOne, skipped, values } from './read.ts';

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

  it.each([
    ['begin like the mark of what was', '原信息工程医院', '变更后'],
    ['end like the mark of what was', '青杠变更前', '变更后'],
    ['begin like the mark of what is', '变更前', '新信息工程医院'],
    ['end like the mark of what is', '变更前', '青杠变更后'],
  ])('names that %s are no marks', (_, one, other) => {
    const table = readOne(`${HEADER}\n| ${one} ${OLD}\n| ${other} ${NEW}`);
    expect(table.rows).toHaveLength(2);
  });

  it('a mark with blanks around it is one', () => {
    const table = readOne(sheet(`${HEADER}\n| - ${OLD}\n| 变更后 ${NEW}`, { cells: { A2: { text: ' 变更前　' } } }));
    expect(skipped(table)).toEqual(['2 before-change']);
  });

  it('cells that are merged beside a mark do not make it hold for more rows', () => {
    const rows = `${HEADER}\n| 变更前 ${OLD}\n| 现信息 | | 12510100450712347E | 王思齐 | 13912345602 |`;
    const other = '| 其他 | 铁佛医院 | 125101004507123559 | 钱若水 | 13912345603 |';
    const table = readOne(sheet(`${rows}\n${other}`, { merges: [{ top: 2, left: 2, bottom: 4, right: 2 }] }));
    expect(values(table, 'dataManagerName')).toEqual(['王思齐', '钱若水']);
  });

  it('a mark of another table on the sheet does not count', () => {
    const liaison = '| 说明 | 市（州） | 姓名 | 工作单位 | 手机号码 |';
    const { tables } = readBook(
      book(`${HEADER}\n| 变更前 ${OLD}\n${liaison}\n| 变更后 | 成都市 | 李四光 | 卫健委 | 13912345601 |`),
    );
    expect(tables.map((table) => [table.rows.length, skipped(table)])).toEqual([
      [1, []],
      [1, []],
    ]);
  });

  it.each([
    [10, '2、3、4、5、6、7、8、9、10、11'],
    [11, '2、3、4、5、6、7、8、9、10、11 等'],
  ])('up to ten of %d rows are named', (count, rows) => {
    const table = readOne(`${HEADER}${`\n| 变更前 ${OLD}`.repeat(count)}\n| 变更后 ${NEW}`);
    expect(table.faults.find(({ code }) => code === 'row/before-change')).toMatchObject({
      seen: String(count),
      detail: { count: String(count), rows },
    });
  });

  it('a row that says both is data', () => {
    const rows = `${HEADER.replace('数据管理员手机号码', '数据管理员手机号码 | 说明')}\n| 变更前 ${OLD} 变更后 |\n| 变更后 ${NEW} |`;
    expect(values(readOne(rows), 'dataManagerName')).toEqual(['李四光', '王思齐']);
  });
});
