import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid.ts';
import { cleanDate } from '../../../src/sheet/read/clean-date.ts';
import { cleanNumber } from '../../../src/sheet/read/clean-number.ts';
import type { Draft } from '../../../src/sheet/read/draft.ts';
import { cell } from './read.ts';

function cleaned(
  text: string,
  more: Partial<Cell>,
  clean: (draft: Draft, one: Cell) => void,
): readonly [string, string] {
  const draft: Draft = { text, repairs: [] };
  clean(draft, cell(text, more));
  return [draft.text, draft.repairs.map(({ kind }) => kind).join(' ')];
}

const NUMBER = { stored: 'number' } as const;

describe('a day', () => {
  it.each<[string, Partial<Cell>, string, string]>([
    ['2024-03-01', {}, '2024-03-01', ''],
    ['2024-3-1', {}, '2024-03-01', 'date'],
    ['2024/3/1', {}, '2024-03-01', 'date'],
    ['2024.3.1', {}, '2024-03-01', 'date'],
    ['2024年3月1日', {}, '2024-03-01', 'date'],
    ['2024年12月31', {}, '2024-12-31', 'date'],
    ['20240301', {}, '2024-03-01', 'date'],
    ['2024-03-0112:30', {}, '2024-03-01', 'date'],
    ['2024-03-01T9:30:00Z', {}, '2024-03-01', 'date'],
    ['2024-03-01T12:30', {}, '2024-03-01', 'date'],
    ['2024-03-01T12:3', {}, '2024-03-01T12:3', ''],
    ['2024-02-30', {}, '2024-02-30', ''],
    ['20240230', {}, '20240230', ''],
    ['202403011', {}, '202403011', ''],
    ['120240301', {}, '120240301', ''],
    ['24-3-1', {}, '24-3-1', ''],
    ['约2024-3-1', {}, '约2024-3-1', ''],
    ['2024-3-1前', {}, '2024-3-1前', ''],
    ['2024年3月', {}, '2024年3月', ''],
    ['45352', NUMBER, '2024-03-01', 'date'],
    ['45352.75', NUMBER, '2024-03-01', 'date'],
    ['20000', NUMBER, '1954-10-03', 'date'],
    ['19999', NUMBER, '19999', ''],
    ['80000', NUMBER, '2119-01-11', 'date'],
    ['80001', NUMBER, '80001', ''],
    ['45352', {}, '45352', ''],
    ['abc', NUMBER, 'abc', ''],
    ['45352', { ...NUMBER, date: '2024-03-01' }, '2024-03-01', ''],
    ['45352.5', { ...NUMBER, date: '2024-03-01T12:00:00' }, '2024-03-01', ''],
    ['45352', { ...NUMBER, date: '2024-02-30' }, '2024-03-01', 'date'],
  ])('%s %j is %s', (text, more, day, steps) => {
    expect(cleaned(text, more, cleanDate)).toEqual([day, steps]);
  });
});

describe('a number', () => {
  it.each<[string, Partial<Cell>, string, string]>([
    ['1200', {}, '1200', ''],
    ['1,200', {}, '1200', 'number'],
    ['+5', {}, '5', 'number'],
    ['2.50', {}, '2.5', 'number'],
    ['约20', {}, '约20', ''],
    ['', {}, '', ''],
    ['2.0', NUMBER, '2', ''],
    ['1.2E3', NUMBER, '1200', ''],
    ['0.30000000000000004', NUMBER, '0.3', ''],
    ['0.30000000000000004', { stored: 'formula' }, '0.3', ''],
    ['1E-7', NUMBER, '0.0000001', ''],
    ['1E15', NUMBER, '1E15', ''],
    ['-1E15', NUMBER, '-1E15', ''],
    ['999999999999999', NUMBER, '999999999999999', ''],
    ['x', NUMBER, 'x', ''],
    ['', NUMBER, '', ''],
  ])('%s %j is %s', (text, more, number, steps) => {
    expect(cleaned(text, more, cleanNumber)).toEqual([number, steps]);
  });
});
