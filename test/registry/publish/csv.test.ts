import { describe, expect, it } from 'vitest';
import { csvValue, drawCsv } from '../../../src/registry/publish/draw-csv.ts';
import { layCsv } from '../../../src/registry/publish/lay-register.ts';
import { editionOfState, ROSTER, registerRow, registryState } from '../../support/registry-state.ts';

describe('a CSV value', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+86 139', `"'+86 139"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', `"'＝1"`],
    ['甲"乙"', '"甲""乙"""'],
    ['甲,乙\n丙', '"甲,乙\n丙"'],
    ['007', '"007"'],
    ['', '""'],
  ])('%j is written %s', (text, written) => {
    expect(csvValue(text)).toBe(written);
  });
});

it('the register as CSV has a byte order mark, the official headers and one line a row', () => {
  const edition = editionOfState(registryState([registerRow({ values: { name: '=cmd' } }), registerRow({ row: 6 })]));

  const { head, sections } = drawCsv(layCsv(ROSTER, edition), edition);
  const lines = [head, ...sections.map(({ text }) => text())].join('').split('\r\n');

  expect(lines[0]).toMatch(/^\uFEFF"序号","市\(州\)","医疗机构名称"/);
  expect(lines[1]).toMatch(/^"1","成都市","'=cmd","450712347","12510100450712347E"/);
  expect(lines[2]).toMatch(/^"2","成都市","示例市第一人民医院"/);
  expect(lines.slice(3)).toEqual(['']);
});
