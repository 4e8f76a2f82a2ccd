import { describe, expect, it } from 'vitest';
import type { ReadTable } from '../../src/sheet/table.ts';
import { file, hospital, mailbox, ROSTER, type Row, reply, report, table, tell } from '../support/story.ts';

const good = hospital('成都市', 1);
const five = [1, 2, 3, 4, 5].map((number) => hospital('成都市', number));

/** `row key code` of every finding. */
function told(rows: readonly Row[], change: (read: ReadTable) => ReadTable = (read) => read): string[] {
  return tell([report('成都市', [], { tables: [change(table(ROSTER, rows))] })]).findings.map(
    ({ place, code }) => `${place.row} ${place.key} ${code}`,
  );
}

describe('what the columns of a row say of one another', () => {
  const other = { ...good, medicineKind: '中医' };

  it('is judged row by row', () => {
    expect(told([other, hospital('成都市', 2)])).toEqual(['5 medicineKind category/medicine-kind']);
  });

  it('is judged of what holds an answer, beside a cell that holds none', () => {
    expect(told([{ ...other, uscc: '无' }])).toEqual([
      '5 uscc cell/placeholder',
      '5 medicineKind category/medicine-kind',
    ]);
    expect(told([{ ...other, category: '无' }])).not.toContain('5 medicineKind category/medicine-kind');
  });

  it('is judged on what was read where every cell holds an answer', () => {
    expect(told([{ ...good, organizationCode: hospital('成都市', 2)['organizationCode'] ?? '' }])).toContain(
      '5 organizationCode uscc/organization-mismatch',
    );
  });
});

describe('a gap in the running numbers', () => {
  it('is told where the table has no row between', () => {
    expect(told(five, (read) => ({ ...read, rows: read.rows.toSpliced(2, 1) }))).toContain('8 sequence row/gap');
  });

  it('is none where a row between repeats another', () => {
    expect(told([...five.slice(0, 2), good, ...five.slice(2)]).filter((one) => one.endsWith('row/gap'))).toEqual([]);
  });
});

it('tables whose file and sheet are called alike are numbered in what is said of them', () => {
  const rows = [five.slice(0, 1), five.slice(1, 2), five.slice(1, 2)];
  const files = rows.map((own, at) => ({
    ...file(`${at}.zip!成都市附件2.xlsx`, [table(ROSTER, own)]),
    name: '成都市附件2.xlsx',
    sha256: `${at}`,
  }));
  const { findings } = tell([reply({ from: mailbox('成都市'), files })]);

  expect(findings.map((one) => one.text)).toEqual([
    `“${five[1]?.['name']}”与工作表“成都市附件2.xlsx Sheet1（2）”第5行“${five[1]?.['name']}”是同一家医院，各栏相同，已按一行登记`,
  ]);
});
