import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import {
  bodyHeight,
  bodyStyle,
  drawOfficialSheet,
  FIRST_BODY_ROW,
  HEADER_ROW,
} from '../../src/sheet/draw-official-sheet.ts';
import { painted } from './painted.ts';
import { AMBULANCES } from './small-form.ts';

/** The form with its first columns only. */
function first(count: number): Form {
  return { ...AMBULANCES, columns: AMBULANCES.columns.slice(0, count) };
}

describe('the official layout', () => {
  it('is the form as its notice prints it', () => {
    const sheet = drawOfficialSheet(AMBULANCES, {
      unitName: '成都市',
      body: [{ height: 20, cells: [{ value: '甲' }] }],
    });

    expect([HEADER_ROW, FIRST_BODY_ROW]).toEqual([4, 5]);
    expect(painted(sheet)).toEqual([
      '24: 附表‹annex› ‹annex›×11',
      '40: 救护车配备情况表‹title› ‹title›×11',
      '24: 填报单位（盖章）：成都市‹line› ‹line›×5 填报日期：    年  月  日‹blankLine› ‹blankLine›×5',
      `52: ${AMBULANCES.columns.map(({ header }) => `${header.replace('\n', '↵')}‹head›`).join(' ')}`,
      '20: 甲',
    ]);
    expect({ ...sheet, rows: [] }).toEqual({
      name: '救护车配备情况表',
      columns: [
        { width: 6, style: 'free' },
        { width: 12, style: 'free' },
        { width: 10, style: 'free' },
        { width: 12, style: 'free' },
        { width: 12, style: 'free' },
        { width: 12, style: 'freeDate' },
        { width: 8, style: 'freeNumber' },
        { width: 12, style: 'free' },
        { width: 14, style: 'free' },
        { width: 20, style: 'free' },
        { width: 20, style: 'free' },
        { width: 12, style: 'free' },
      ],
      rows: [],
      merges: ['A2:L2', 'A3:F3', 'G3:L3'],
      freeze: { rows: 4, columns: 3 },
      print: {
        paper: 'A3',
        orientation: 'portrait',
        repeatRows: '4:4',
        footer: '第 &P 页，共 &N 页',
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
      },
    });
  });

  it.each([
    [1, ['A2:A2'], '24: 填报单位（盖章）：甲‹line›'],
    [2, ['A2:B2'], '24: 填报单位（盖章）：甲‹line› 填报日期：    年  月  日‹blankLine›'],
    [3, ['A2:C2', 'A3:B3'], '24: 填报单位（盖章）：甲‹line› ‹line› 填报日期：    年  月  日‹blankLine›'],
    [
      4,
      ['A2:D2', 'A3:B3', 'C3:D3'],
      '24: 填报单位（盖章）：甲‹line› ‹line› 填报日期：    年  月  日‹blankLine› ‹blankLine›',
    ],
  ])('of %d columns has two halves where there is room', (count, merges, line) => {
    const sheet = drawOfficialSheet(first(count), { unitName: '甲', body: [] });

    expect(sheet.merges).toEqual(merges);
    expect(painted(sheet)[2]).toBe(line);
  });

  it.each([
    ['bought', 0],
    ['state', 0],
    ['vehicleKind', 4],
    ['sequence', 1],
    ['', 0],
  ])('keeps the columns up to %j in view if they are narrow', (label, columns) => {
    expect(drawOfficialSheet({ ...AMBULANCES, label }, { unitName: '', body: [] }).freeze?.columns).toBe(columns);
  });

  it('has a header of at least one line', () => {
    expect(drawOfficialSheet(first(1), { unitName: '', body: [] }).rows[3]?.height).toBe(24);
    expect(drawOfficialSheet(first(4), { unitName: '', body: [] }).rows[3]?.height).toBe(52);
  });

  it.each([
    [[], 20],
    [['1', '成都市'], 20],
    [['1', null, '川A00000川A00000'], 32],
    [['1', '成'.repeat(20)], 64],
    [[12_345_678, '成'], 32],
  ])('makes room for %j', (values, height) => {
    expect(bodyHeight(AMBULANCES, values)).toBe(height);
  });

  it('formats a body by the kinds of its columns', () => {
    expect(AMBULANCES.columns.map(bodyStyle)).toEqual([
      'center',
      'center',
      'center',
      'center',
      'center',
      'date',
      'number',
      'center',
      'center',
      'left',
      'left',
      'left',
    ]);
  });
});
