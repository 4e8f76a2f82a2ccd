import { describe, expect, it } from 'vitest';
import { drawFormSheet } from '../../../src/registry/publish/draw-form-sheet.ts';
import { NOTHING_YET } from '../../../src/registry/publish/edition.ts';
import { layRegister, layUnit } from '../../../src/registry/publish/lay-register.ts';
import type { LaidSheet } from '../../../src/registry/publish/lay-sheet.ts';
import type { RegisterRow, RegistryState } from '../../../src/registry/register.ts';
import type { SheetPlan } from '../../../src/sheet/book-plan.ts';
import { editionOfState, findingAt, ROSTER, registerRow, registryState, UNITS } from '../../support/registry-state.ts';

const ONE = registerRow({ id: 'r1' });
const TWO = registerRow({ id: 'r2', row: 6, unit: '510300', values: { name: '自贡市第二人民医院' } });

interface More {
  readonly state?: Partial<RegistryState>;
  readonly notes?: number;
  readonly footing?: readonly string[];
  readonly inSections?: boolean;
  readonly laid?: Partial<LaidSheet>;
}

function draw(rows: readonly RegisterRow[], { state = {}, notes = 10, laid = {}, ...options }: More = {}): SheetPlan {
  const edition = editionOfState(registryState(rows, state));
  const sheet = { ...layRegister(ROSTER, edition), ...laid };
  return drawFormSheet(sheet, edition, { reporter: '省卫健委', notes: { left: notes }, ...options });
}

/** Notes of the body, row by row, without the cells that have none. */
function notesOf(sheet: SheetPlan): (string | undefined)[][] {
  return sheet.rows.slice(4).map((row) => row.cells.flatMap((cell) => cell?.note ?? []));
}

describe('the official table', () => {
  it('is filtered and printed down to its last row', () => {
    const sheet = draw([ONE, TWO]);

    expect(sheet.rows).toHaveLength(6);
    expect(sheet).toMatchObject({ name: '医院信息汇总表', autoFilter: 'A4:M6', print: { area: 'A1:M6' } });
    expect(sheet).not.toHaveProperty('sections');
    expect(sheet.rows[4]?.cells.map((cell) => cell?.value)).toEqual([
      '1',
      '成都市',
      '示例市第一人民医院',
      '450712347',
      '12510100450712347E',
      '45071234751010411A1001',
      '西医',
      '综合医院',
      '三级',
      '甲等',
      '张三',
      '13912345670',
      'zhangsan@example.org',
    ]);
    expect(sheet.rows[4]?.cells.map((cell) => cell?.style)).toEqual(ROSTER.columns.map((column) => column.align));
  });

  it('may be signed below, where nothing is filtered', () => {
    const sheet = draw([ONE], { footing: ['请逐行核对。', '核对人：'] });

    expect(sheet.rows.slice(5)).toEqual([
      { height: 24, cells: [{ value: '请逐行核对。', style: 'line' }] },
      { height: 24, cells: [{ value: '核对人：', style: 'line' }] },
    ]);
    expect(sheet).toMatchObject({ autoFilter: 'A4:M5', print: { area: 'A1:M7' } });
  });

  it('without a row has nothing to filter', () => {
    expect(draw([])).not.toHaveProperty('autoFilter');
    expect(draw([])).toMatchObject({ print: { area: 'A1:M4' } });
  });

  it('with a column to be filled in by hand is as wide as that, and leaves it open', () => {
    const edition = editionOfState(registryState([ONE]));
    const [unit] = UNITS;
    const [laid] = unit ? layUnit(unit, edition) : [];
    const sheet = laid && drawFormSheet(laid, edition, { reporter: '', notes: { left: 0 } });

    expect(sheet?.columns.at(-1)).toEqual({ width: 11, style: 'free' });
    expect(sheet?.rows[3]?.cells.at(-1)).toEqual({ value: '核对结果', style: 'head' });
    expect(sheet?.rows[4]?.cells.at(-1)).toEqual({ value: null, style: 'center' });
    expect(sheet?.autoFilter).toBe('A4:N5');
  });

  it('has the date of the version on its third line alone, none before the first mail', () => {
    const state = registryState([registerRow({ values: { name: '填报日期医院' } })]);
    const lines = (asOf: string) => {
      const edition = editionOfState(state, { asOf });
      const sheet = drawFormSheet(layRegister(ROSTER, edition), edition, { reporter: '', notes: { left: 0 } });
      return sheet.rows
        .flatMap((row) => row.cells.map((cell) => cell?.value))
        .filter((value) => String(value).startsWith('填报日期'));
    };

    expect(lines('2025-03-01T16:00:00.000Z')).toEqual(['填报日期：2025年3月2日', '填报日期医院']);
    expect(lines(NOTHING_YET)).toEqual(['填报日期：    年  月  日', '填报日期医院']);
  });
});

describe('the official table section by section', () => {
  it('draws the rows when it is written, numbered on, with the notes that are left', () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      registerRow({ row: 5 + at, id: `r${at}`, unit: at < 33 ? '510100' : '510300' }),
    );
    const sheet = draw(rows, { inSections: true, state: { findings: rows.map((row) => findingAt(row, 'uscc')) } });
    const sections = sheet.sections?.map((section) => section.rows()) ?? [];

    expect(sheet).toMatchObject({ autoFilter: 'A4:M5', mostNotes: 10, print: { area: 'A1:M4' } });
    expect(sheet.rows).toHaveLength(4);
    expect(sections.map((section) => section.map((row) => row.cells[0]?.value))).toEqual([
      Array.from({ length: 33 }, (_, at) => `${at + 1}`),
      Array.from({ length: 7 }, (_, at) => `${at + 34}`),
    ]);
    expect(sections[1]?.map((row) => row.cells[4]?.note)).toEqual(
      Array.from({ length: 7 }, () => '“统一社会信用代码”有误。请核对后改正。'),
    );
  });
});

describe('what is wrong with a row', () => {
  it('stands in notes of its cells, what is wrong with all of it in the first', () => {
    const findings = [
      findingAt(ONE, 'uscc'),
      findingAt(ONE, 'uscc', { text: '与组织机构代码不符', severity: 'warning' }),
      findingAt(ONE, '', { text: '与第 9 行相同', severity: 'warning' }),
    ];
    const cells = draw([ONE, TWO], { state: { findings } })
      .rows.slice(4)
      .map((row) => row.cells);

    expect(cells[0]?.[0]).toEqual({ value: '1', style: 'center-error', note: '与第 9 行相同。请核对后改正。' });
    expect(cells[0]?.[4]).toEqual({
      value: '12510100450712347E',
      style: 'center-error',
      note: '“统一社会信用代码”有误。请核对后改正。\n与组织机构代码不符。请核对后改正。',
    });
    expect(cells[0]?.flatMap((cell) => cell?.note ?? [])).toHaveLength(2);
    expect(cells[1]?.flatMap((cell) => cell?.note ?? [])).toEqual([]);
    expect(cells[1]?.[0]?.style).toBe('center');
  });

  it('stands with the value where the first column is one of the form', () => {
    const laid = { columns: layRegister(ROSTER, editionOfState(registryState([ONE]))).columns.slice(4, 5) };
    const about = findingAt(ONE, '', { text: '与第 9 行相同', severity: 'block' });
    const first = (state: Partial<RegistryState>, row = ONE) => draw([row], { laid, state }).rows[4]?.cells[0];

    expect(first({ findings: [about] })).toEqual({
      value: '12510100450712347E',
      style: 'center-block',
      note: '与第 9 行相同。请核对后改正。',
    });
    expect(first({}, registerRow({ values: { uscc: '5.1E+21' } }))).toMatchObject({
      value: null,
      style: 'center-error',
    });
  });

  it('what is withheld comes before what is wrong', () => {
    const row = registerRow({ values: { uscc: '51010719800101123X' } });
    const notes = notesOf(draw([row], { state: { findings: [findingAt(row, 'uscc')] } }));

    expect(notes).toEqual([['疑为居民身份证号码，不予公布，留空待改。\n“统一社会信用代码”有误。请核对后改正。']]);
  });

  it('is cut short where it is long', () => {
    const noted = (length: number) =>
      notesOf(
        draw([ONE], { state: { findings: [findingAt(ONE, 'uscc', { text: '长'.repeat(length), remedy: '' })] } }),
      );

    expect(noted(299)).toEqual([[`${'长'.repeat(299)}。`]]);
    expect(noted(300)).toEqual([[`${'长'.repeat(300)}…（详见问题清单）`]]);
  });

  it('is noted in as many cells as may have a note, and marked in all', () => {
    const findings = ['name', 'uscc', 'grade'].map((key) => findingAt(ONE, key));
    const sheet = (notes: number) => draw([ONE], { notes, state: { findings } });

    expect([3, 2, 0].map((notes) => notesOf(sheet(notes))[0]?.length)).toEqual([3, 2, 0]);
    expect(sheet(0).rows[4]?.cells.filter((cell) => cell?.style?.endsWith('-error'))).toHaveLength(4);
  });
});
