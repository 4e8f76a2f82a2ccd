import { describe, expect, it } from 'vitest';
import type { LocatedTable } from '../../../src/sheet/read/locate-tables.ts';
import { surroundingsOf } from '../../../src/sheet/read/surroundings.ts';
import { viewOf } from '../../../src/sheet/read/view.ts';
import type { SkippedRow } from '../../../src/sheet/table.ts';
import { sheet } from '../../support/table.ts';

describe('texts around a table', () => {
  function around(
    drawn: string,
    first: number,
    more: Partial<LocatedTable> = {},
    skipped: readonly SkippedRow[] = [],
  ): readonly string[] {
    const table = { start: 0, first, last: first, left: 1, right: 3, ...more } as LocatedTable;
    return surroundingsOf(viewOf(sheet(drawn)), table, skipped);
  }

  it.each<[string, string, number, Partial<LocatedTable>, readonly string[]]>([
    ['above the header', '| 附件3 |\n| | \u3000成都市\u3000 |\n| 姓名 |', 2, {}, ['附件3', '成都市']],
    ['nothing above', '| 姓名 |', 0, {}, []],
    ['only in its own columns', '| 甲 | 乙 | 丙 | 丁 |\n| 姓名 |', 1, { left: 2 }, ['乙', '丙']],
    ['blanks', '| \u3000 | 乙 |\n| 姓名 |', 1, {}, ['乙']],
    ['records of another table above', '| 甲 | 乙 | 丙 | 丁 | 戊 |\n| 附件3 |\n| 姓名 |', 2, { start: 1 }, ['附件3']],
    [
      'records above, after the other table',
      '| 上 |\n| 1 | 2 | 3 | 4 | 5 |\n| 附件3 |\n| 姓名 |',
      3,
      { start: 1 },
      ['附件3'],
    ],
    [
      'four cells above are a title',
      '| 上 |\n| 1 | 2 | 3 | 4 |\n| 附件3 |\n| 姓名 |',
      3,
      { start: 1 },
      ['1', '2', '3', '附件3'],
    ],
    ['wide rows above the first table', '| 1 | 2 | 3 | 4 | 5 |\n| 附件3 |\n| 姓名 |', 2, {}, ['1', '2', '3', '附件3']],
  ])('%s', (_, drawn, first, more, wanted) => {
    expect(around(drawn, first, more)).toEqual(wanted);
  });

  it('are notes, signatures, titles and totals below it, too', () => {
    const reasons = [
      'blank',
      'example',
      'total',
      'repeated-header',
      'note',
      'signature',
      'numbering',
      'title',
    ] as const;
    const skipped = reasons.map((reason, row) => ({ row, reason, text: reason }));

    expect(around('| 姓名 |', 0, {}, skipped)).toEqual(['total', 'note', 'signature', 'title']);
  });

  it('are at most forty, of twenty rows above, and not long', () => {
    const skipped = Array.from({ length: 50 }, (_, row) => ({ row, reason: 'note' as const, text: `注${row}` }));
    const tall = Array.from({ length: 25 }, (_, row) => `| 行${row} |`).join('\n');

    expect(around('| 姓名 |', 0, {}, skipped)).toHaveLength(40);
    expect(around(tall, 24)).toEqual(Array.from({ length: 20 }, (_, row) => `行${row + 4}`));
    expect(around(`| ${'长'.repeat(301)} |\n| 姓名 |`, 1)).toEqual(['长'.repeat(300)]);
  });
});
