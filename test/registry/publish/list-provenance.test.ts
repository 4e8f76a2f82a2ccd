import { describe, expect, it } from 'vitest';
import { layRegister } from '../../../src/registry/publish/lay-register.ts';
import { listProvenance } from '../../../src/registry/publish/list-provenance.ts';
import { edition, NAME, rows } from '../../support/list-facts.ts';
import { listLines } from '../../support/list-lines.ts';
import { ROSTER, registerRow } from '../../support/registry-state.ts';

describe('出处', () => {
  it('names the copies of a row with what is known of them', () => {
    const [row] = rows({});
    const copy = { ...(row ?? registerRow()).source, row: 9 };
    const of = row ? [{ ...row, unit: '999999', copies: [copy, { ...copy, message: 'x', path: '', row: 10 }] }] : [];
    const facts = edition(of);
    const list = listProvenance(layRegister(ROSTER, facts), facts);

    expect(listLines(list)[0]).toEqual([
      1,
      '999999',
      NAME,
      '整行',
      '',
      '',
      '另见：wjw@example.org 报送.zip!汇总表.xlsx Sheet1 第 9 行；汇总表.xlsx Sheet1 第 10 行',
      'wjw@example.org',
      '报送医院信息汇总表',
      '2025-02-20 10:00',
      'one.eml',
      '报送.zip!汇总表.xlsx',
      'Sheet1',
      5,
      '',
    ]);
  });

  it('has a line for each row and each change; each can be explained', () => {
    const of = rows({ fields: { grade: { raw: '甲' } } }, { row: 6 });
    const facts = edition(of);
    const list = listProvenance(layRegister(ROSTER, facts), facts);

    expect(listLines(list).map((line) => [line[0], line[3], line[4], line[5], line[14]])).toEqual([
      [1, '整行', '', '', ''],
      [1, '医疗机构等次(甲等、乙等、未定等)', '甲', '甲等', 'J5'],
      [2, '整行', '', '', ''],
    ]);
    expect([0, 1, 2, 3].map((at) => list.originOf(at, 0))).toEqual([
      { row: of[0], key: '', text: '这一行的出处' },
      { row: of[0], key: 'grade', text: '对“医疗机构等次(甲等、乙等、未定等)”的更改' },
      { row: of[1], key: '', text: '这一行的出处' },
      undefined,
    ]);
    expect([list.name, list.nothing]).toEqual(['出处', '还没有汇入任何一行。']);
  });

  it('a mail that nobody remembers is told by its hash', () => {
    const [row] = rows({ message: 'f'.repeat(64) });
    const of = row ? [{ ...row, source: { ...row.source, eml: '', path: '' } }] : [];
    const facts = edition(of);

    expect(listLines(listProvenance(layRegister(ROSTER, facts), facts))[0]?.slice(7, 12)).toEqual([
      '',
      '',
      '2025-02-20 10:00',
      'ffffffffffff',
      '汇总表.xlsx',
    ]);
  });

  it('of a register too large for a sheet leaves out changes, never rows, and says how many', () => {
    const changed = { grade: { raw: '甲' }, level: { raw: '三' } };
    const of = rows(
      { fields: changed },
      { row: 6, fields: changed },
      { row: 7, unit: '510300', fields: { grade: { raw: '甲' } } },
    );
    const facts = edition(of.map((row, at) => (at === 0 ? { ...row, copies: [{ ...row.source, row: 9 }] } : row)));
    const laid = layRegister(ROSTER, facts);
    const told = (most: number) =>
      listLines(listProvenance(laid, facts, most)).map((line) => [line[0], line[3] === '整行' ? line[6] : line[4]]);
    const also = '另见：wjw@example.org 报送.zip!汇总表.xlsx Sheet1 第 9 行';
    const more = (count: number) => `另有 ${count} 处更改没有列出，请用 mingce explain 查看`;

    expect(told(9)).toEqual([
      [1, also],
      [1, '三'],
      [1, '甲'],
      [2, ''],
      [2, '三'],
      [2, '甲'],
      [3, ''],
      [3, '甲'],
    ]);
    expect(told(8)).toEqual([
      [1, also],
      [1, '三'],
      [1, '甲'],
      [2, more(1)],
      [2, '三'],
      [3, more(1)],
    ]);
    expect(told(2)).toEqual([
      [1, `${also}；${more(2)}`],
      [2, more(2)],
      [3, more(1)],
    ]);
  });

  it('is kept section by section as long as the rows and their share are the same', () => {
    const of = rows({}, { row: 6 });
    const facts = edition(of);
    const keys = (most: number) =>
      listProvenance(layRegister(ROSTER, facts), facts, most).sections?.map((section) => section.key);

    expect(keys(8)).toHaveLength(1);
    expect(keys(9)).toEqual(keys(8));
    expect(keys(10)).not.toEqual(keys(8));
    expect(keys(1)).toEqual(keys(2));
  });
});
