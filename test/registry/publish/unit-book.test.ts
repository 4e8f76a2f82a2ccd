import { describe, expect, it } from 'vitest';
import { drawUnitBook } from '../../../src/registry/publish/draw-unit-book.ts';
import type { RegisterRow } from '../../../src/registry/register.ts';
import { editionOfState, findingAt, LIAISON, registerRow, registryState, UNITS } from '../../support/registry-state.ts';

const [CHENGDU] = UNITS;
const roster = [registerRow({ id: 'r1' }), registerRow({ id: 'r2', row: 6 })];

function draw(rows: readonly RegisterRow[], findings: readonly ReturnType<typeof findingAt>[] = []) {
  const edition = editionOfState(registryState(rows, { findings: [...findings] }));
  if (!CHENGDU) throw new Error('no unit');
  return drawUnitBook(CHENGDU, edition);
}

describe('the workbook that a unit confirms', () => {
  it('is named after the unit and belongs to the campaign, whatever the version', () => {
    expect(draw(roster)).toMatchObject({
      title: '成都市 核对表',
      keywords: 'test-2025',
      created: '2025-03-01T04:00:00.000Z',
    });
  });

  it('offers three answers to each row, others after asking', () => {
    const [sheet] = draw([...roster, registerRow({ unit: '510300', id: 'r3' })]).sheets;

    expect(sheet?.validations).toEqual([
      { range: 'N5:N6', kind: 'list', formula: '"无误,需改正,不属本单位"', errorStyle: 'warning' },
    ]);
  });

  it('tells below the rows what to do with them, and where nothing came, that it is awaited', () => {
    const below = draw(roster).sheets.map((sheet) => sheet.rows.at(-1)?.cells.map((cell) => cell?.value));
    const [, , liaisons] = draw(roster).sheets;

    expect(below).toEqual([
      ['核对人：　　　　　　　　联系电话：　　　　　　　　日期：'],
      ['没有发现问题。'],
      ['尚未收到本单位的这份表，请尽快报送。'],
      ['没有发现问题。'],
    ]);
    expect(draw(roster).sheets[0]?.rows.at(-2)?.cells[0]?.value).toBe('以上内容请逐行核对，在“核对结果”一列选择。');
    expect(liaisons).not.toHaveProperty('validations');
  });

  it('has notes in three hundred cells of the book at most', () => {
    const many = Array.from({ length: 250 }, (_, at) => registerRow({ id: `r${at}`, row: 5 + at }));
    const liaisons = Array.from({ length: 100 }, (_, at) => registerRow({ form: LIAISON, id: `l${at}`, row: 5 + at }));
    const findings = [...many.map((row) => findingAt(row, 'uscc')), ...liaisons.map((row) => findingAt(row, 'phone'))];
    const notes = draw([...many, ...liaisons], findings).sheets.map(
      (sheet) => sheet.rows.flatMap((row) => row.cells).filter((cell) => cell?.note !== undefined).length,
    );

    expect(notes).toEqual([250, 0, 50, 0]);
  });

  it('points from what is wrong with a whole row to where the row begins', () => {
    const [, list] = draw(roster, [findingAt(roster[1] ?? registerRow(), '', { text: '与第 5 行相同' })]).sheets;

    expect(list?.rows[2]?.cells.map((cell) => cell?.value)).toContain('A6');
  });
});
