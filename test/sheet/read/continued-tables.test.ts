import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/sheet/grid.ts';
import { book, sheet } from '../../support/table.ts';
import { codes, readBook, values } from './read.ts';

const HEADER =
  '| 序号 | 医疗机构名称 | 统一社会信用代码 | 医疗机构类型(中医或西医) | 数据管理员姓名 | 数据管理员手机号码 | 数据管理员邮箱 |';
const ONE = '| 1 | 成都市甲医院 | 12510100450712347E | 西医 | 李四光 | 13912345601 | a@163.com |';
const TWO = '| 2 | 成都市乙医院 | 125101004507123559 | 西医 | 王思齐 | 13912345602 | b@163.com |';
const OTHER_ORDER = '| 王思齐 | 13912345602 | b@163.com | 成都市乙医院 | 125101004507123559 | 西医 |';

describe('a table that is cut and goes on without its header', () => {
  it('reads the rest by the columns of the table before, and says so', () => {
    const { tables, otherSheets } = readBook(
      book(sheet(`${HEADER}\n${ONE}`, { name: '表格1' }), sheet(`| （续表） |\n${TWO}`, { name: '表格2' })),
    );
    expect(tables.map((table) => values(table, 'name', 'dataManagerPhone'))).toEqual([
      ['成都市甲医院 13912345601'],
      ['成都市乙医院 13912345602'],
    ]);
    expect(tables[1]?.rows[0]?.fields['uscc']?.cell).toBe('C2');
    expect(tables[1]?.faults).toEqual([{ code: 'table/continued', column: '', seen: '表格1', row: 2 }]);
    expect(otherSheets).toEqual([]);
  });

  it('leaves rows in another order alone, and says that they were not read', () => {
    const { tables } = readBook(
      book(sheet(`${HEADER}\n${ONE}`, { name: '正式' }), sheet(`| 草稿 |\n${OTHER_ORDER}`, { name: '草稿' })),
    );
    expect(tables.map((table) => values(table, 'name'))).toEqual([['成都市甲医院']]);
    expect(tables[0]?.faults.filter(({ code }) => code === 'table/unread-sheet')).toEqual([
      { code: 'table/unread-sheet', column: '', seen: '草稿', detail: { sheet: '草稿', line: '2' } },
    ]);
  });

  it('takes neither a covering letter nor a hidden sheet for the rest of a table', () => {
    const letter = sheet('| 联系人 | 李四光 | 电话 | 13912345601 |\n| 现将材料报上。 |', { name: '说明' });
    const hidden = sheet(TWO, { name: '底稿', state: 'hidden' });
    const { tables } = readBook(book(sheet(`${HEADER}\n${ONE}`), letter, hidden));
    expect(tables).toHaveLength(1);
    expect(tables.flatMap(codes).filter((code) => code.startsWith('table/'))).toEqual([]);
  });

  it('goes on from the table of the sheet before, not from one that stands behind', () => {
    const { tables } = readBook(book(sheet(TWO, { name: '前' }), sheet(`${HEADER}\n${ONE}`, { name: '后' })));
    expect(tables.map((table) => table.sheet)).toEqual(['后']);
    expect(tables.flatMap(codes)).toContain('table/unread-sheet');
  });

  it('what was not read is told at the table of its form, and nothing else is', () => {
    const unread = [sheet(OTHER_ORDER, { name: '草稿一' }), sheet(`| 说明 |\n| |\n${OTHER_ORDER}`, { name: '草稿二' })];
    const liaison = sheet('| 市（州） | 姓名 | 工作单位 | 职务 |\n| 成都市 | 李四光 | 成都市卫生健康委员会 | 处长 |');
    const roster = sheet(`${HEADER}\n${ONE}`, { name: '正式' });
    const faults = (...grids: readonly Grid[]) => readBook(book(...grids)).tables.map((table) => table.faults);
    const told = (name: string, line: string) => ({
      code: 'table/unread-sheet',
      column: '',
      seen: name,
      detail: { sheet: name, line },
    });

    const [ofLiaison = [], ofRoster = []] = faults(liaison, roster);
    expect(faults(...unread, liaison, roster)).toEqual([
      ofLiaison,
      [...ofRoster, told('草稿一', '1'), told('草稿二', '3')],
    ]);
  });
});

describe('what proves that a table goes on', () => {
  /** Names on the second sheet, when its rows follow a table with this header. */
  function goesOn(rest: string, header = HEADER, first = ONE): readonly string[] {
    const { tables } = readBook(book(sheet(`${header}\n${first}`, { name: '前' }), sheet(rest, { name: '后' })));
    return tables.filter(({ sheet: name }) => name === '后').flatMap((table) => values(table, 'name'));
  }

  it.each([
    ['three answers', '| 2 | | 125101004507123559 | 西医 | | 13912345602 | |'],
    ['further answers behind a blank one', '| 2 | 成都市乙医院 | | 西医 | | 13912345602 | b@163.com |'],
  ])('%s', (_, row) => {
    expect(goesOn(row)).toHaveLength(1);
  });

  it.each([
    ['two answers do not, whoever is named beside them', '| 2 | | 125101004507123559 | | 王思齐 | 13912345602 | |'],
    ['answers in several rows do not', '| 2 | | 125101004507123559 |\n| 3 | | | 西医 |\n| 4 | | | | | 13912345602 |'],
    ['nor do answers far down', `${'| 甲 |\n'.repeat(60)}${TWO}`],
  ])('%s', (_, rows) => {
    expect(goesOn(rows)).toEqual([]);
  });

  it('answers below many lines of text do', () => {
    expect(goesOn(`${'| 甲 |\n'.repeat(59)}${TWO}`)).toContain('成都市乙医院');
  });
});
