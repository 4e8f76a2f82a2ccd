import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/sheet/grid.ts';
import { book, sheet } from '../support/table.ts';
import { codes, LIAISON, readBook } from './read/read.ts';

const ROSTER_HEAD = '| 医疗机构名称 | 统一社会信用代码 | 级别 | 手机号码 |';
const HOSPITAL = '| 青杠医院 | 12510100450712347E | 三级 | 13912345601 |';
const OTHER = '| 铁佛医院 | 125101004507123559 | 二级 | 13912345602 |';
const LIAISONS = '| 市（州） | 姓名 | 工作单位 | 手机号码 |\n| 成都市 | 李四光 | 卫健委 | 13912345601 |';
/** The same hospital on a card. */
const CARD = `
| 医疗机构名称 | 铁佛医院 |
| 统一社会信用代码 | 125101004507123559 |
| 级别 | 二级 |
| 手机号码 | 13912345602 |`;
const IDENTITY = `
| campaign | 2025-名册 |
| unit | 5101 |
| form | hospital-roster |
| version | 1 |
| signature | abc |`;

/** Tables by sheet and form, then the sheets without one by reason. */
function found(...grids: readonly Grid[]): readonly string[] {
  const { tables, otherSheets } = readBook(book(...grids));
  return [
    ...tables.map(
      (table) => `${table.sheet} ${table.form} ${table.rows.length}${table.transposed ? ' on its side' : ''}`,
    ),
    ...otherSheets.map((other) => `${other.sheet} ${other.reason}`),
  ];
}

describe('sheets without a header of their own', () => {
  it('are looked at on their side for the forms that no other sheet has', () => {
    const card = sheet(CARD, { name: '卡' });
    const roster = sheet(`${ROSTER_HEAD}\n${HOSPITAL}`, { name: '表' });

    expect(found(card)).toEqual(['卡 hospital-roster 1 on its side']);
    expect(found(sheet(LIAISONS, { name: '联络员' }), card)).toEqual([
      '联络员 liaison-list 1',
      '卡 hospital-roster 1 on its side',
    ]);
    expect(found(roster, card)).toEqual(['表 hospital-roster 1', '卡 no-header']);
    expect(found({ ...roster, state: 'hidden' }, card)).toEqual(['卡 hospital-roster 1 on its side', '表 old-hidden']);
  });

  it('do not go on from a table that is hidden', () => {
    const hidden = sheet(`${ROSTER_HEAD}\n${HOSPITAL}`, { name: '旧表', state: 'hidden' });
    const rest = sheet(OTHER, { name: '续' });

    expect(found(sheet(LIAISONS, { name: '联络员' }), hidden, rest)).toEqual([
      '联络员 liaison-list 1',
      '旧表 hospital-roster 1',
      '续 no-header',
    ]);
  });

  it('are not read when they are our notes or bear an identity, nor told as left unread', () => {
    const prompts = LIAISON.columns.slice(0, 3).map(({ prompt }) => `| ${prompt} |`);
    const notes = sheet(`${prompts.join('\n')}\n${OTHER}`, { name: '填表说明' });
    const identity = sheet(`${IDENTITY}\n${OTHER}`, { name: '标记' });
    const roster = sheet(`${ROSTER_HEAD}\n${HOSPITAL}`, { name: '表' });

    expect(found(roster, notes, identity)).toEqual(['表 hospital-roster 1', '填表说明 notes', '标记 identity']);
    expect(readBook(book(roster, notes, identity)).tables.flatMap(codes)).not.toContain('table/unread-sheet');
    expect(found(sheet(`${IDENTITY}\n${ROSTER_HEAD}\n${HOSPITAL}`, { name: '标记' }))).toEqual(['标记 identity']);
  });
});
