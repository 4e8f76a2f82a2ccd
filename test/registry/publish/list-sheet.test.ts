import { describe, expect, it } from 'vitest';
import { drawListSheet, type ListLine, type ListSheet } from '../../../src/registry/publish/draw-list-sheet.ts';

function list(lines: readonly ListLine[], more: Partial<ListSheet> = {}): ListSheet {
  return {
    name: '问题清单',
    about: '全部问题。',
    columns: [
      { header: '序号', width: 6 },
      { header: '说明', width: 20 },
    ],
    lines: () => lines,
    nothing: '没有发现问题。',
    originOf: () => undefined,
    ...more,
  };
}
const section = (key: string, lines: readonly ListLine[]) => ({ key, lines: () => lines });

describe('a list', () => {
  it('has a sentence, a header and its lines, ready to be filtered and printed', () => {
    const lines: ListLine[] = [
      [1, '电话少一位'],
      [2, ''],
      [3, { value: '警告', style: 'list-warning' }],
    ];

    expect(drawListSheet(list(lines))).toEqual({
      name: '问题清单',
      columns: [{ width: 6 }, { width: 20 }],
      rows: [
        { height: 24, cells: [{ value: '全部问题。', style: 'line' }] },
        {
          height: 32,
          cells: [
            { value: '序号', style: 'listHead' },
            { value: '说明', style: 'listHead' },
          ],
        },
        {
          height: 20,
          cells: [
            { value: 1, style: 'count' },
            { value: '电话少一位', style: 'list' },
          ],
        },
        {
          height: 20,
          cells: [
            { value: 2, style: 'count' },
            { value: null, style: 'list' },
          ],
        },
        {
          height: 20,
          cells: [
            { value: 3, style: 'count' },
            { value: '警告', style: 'list-warning' },
          ],
        },
      ],
      freeze: { rows: 2, columns: 0 },
      autoFilter: 'A2:B5',
      print: {
        paper: 'A4',
        orientation: 'landscape',
        repeatRows: '2:2',
        footer: '第 &P 页，共 &N 页',
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
      },
    });
  });

  it('without a line says so, and has nothing to filter', () => {
    const sheet = drawListSheet(list([]));

    expect(sheet.rows[2]).toEqual({ height: 24, cells: [{ value: '没有发现问题。', style: 'line' }] });
    expect(sheet).not.toHaveProperty('autoFilter');
    expect(sheet).not.toHaveProperty('tabColor');
    expect(drawListSheet(list([], { sections: [] }))).toEqual(sheet);
  });

  it('says how many lines do not fit, and where they can be seen', () => {
    const lines: ListLine[] = [1, 2, 3].map((number) => [number, '电话少一位']);
    const told = (most: number) => {
      const { rows, autoFilter } = drawListSheet(list(lines), most);
      return [rows[0]?.cells[0]?.value, rows.length, autoFilter];
    };

    expect(told(3)).toEqual(['全部问题。', 5, 'A2:B5']);
    expect(told(2)).toEqual([
      '全部问题。 共 3 条，超出一张工作表的行数，这里列出前 2 条，全部请用 mingce show 查看。',
      4,
      'A2:B4',
    ]);
  });

  it.each([
    [[100, 100], 'A4'],
    [[100, 101], 'A3'],
  ])('%j letters wide is printed on %s', (widths, paper) => {
    const columns = widths.map((width) => ({ header: '列', width }));

    expect(drawListSheet(list([], { columns })).print?.paper).toBe(paper);
  });

  it('may have a coloured tab', () => {
    expect(drawListSheet(list([], { tabColor: 'FFFF0000' })).tabColor).toBe('FFFF0000');
  });

  it('gives long texts higher rows, whatever their cells look like', () => {
    const text = '说明'.repeat(15);
    const heights = drawListSheet(
      list([
        [1, text],
        [2, { value: text, style: 'list-error' }],
        [3, { value: null }],
      ]),
    ).rows.map((row) => row.height);

    expect(heights).toEqual([24, 32, 62, 62, 20]);
  });
});

describe('a list section by section', () => {
  const sections = [section('成都市', [[1, '电话少一位']]), section('自贡市', [[2, '邮箱少一点']])];

  it('is drawn below the header when it is written, to filter from there on', () => {
    const sheet = drawListSheet(list([], { sections, told: 2 }));

    expect(sheet.rows).toHaveLength(2);
    expect(sheet.autoFilter).toBe('A2:B2');
    expect(sheet.sections?.flatMap((one) => one.rows()).map((row) => row.cells.map((cell) => cell?.value))).toEqual([
      [1, '电话少一位'],
      [2, '邮箱少一点'],
    ]);
  });

  it('keeps a section with all its heights or with none', () => {
    const of = (told: number) =>
      drawListSheet(list([], { sections, told })).sections?.map(({ key, rows }) => [key, rows()[0]?.height]);
    const [fitted, plain] = [of(20_000), of(20_001)];

    expect(fitted?.map(([, height]) => height)).toEqual([20, 20]);
    expect(plain?.map(([, height]) => height)).toEqual([undefined, undefined]);
    expect(new Set([...(fitted ?? []), ...(plain ?? [])].map(([key]) => key))).toHaveProperty('size', 4);
    expect(of(1)?.map(([key]) => key)).toEqual(fitted?.map(([key]) => key));
  });

  it('says so when it tells of no row', () => {
    const sheet = drawListSheet(list([], { sections, told: 0 }));

    expect(sheet.rows[2]?.cells).toEqual([{ value: '没有发现问题。', style: 'line' }]);
    expect(sheet).not.toHaveProperty('sections');
  });
});
