import { describe, expect, it } from 'vitest';
import {
  drawFindings,
  findingsStyles,
  type LinkedLine,
  SEVERITY_FILLS,
  SEVERITY_WORDS,
} from '../../src/sheet/draw-findings.ts';
import { painted } from './painted.ts';
import { FONTS } from './small-form.ts';

const LINE: LinkedLine = {
  severity: 'error',
  sheet: '表一',
  cell: 'C9',
  row: '9',
  column: '手机号码',
  name: '青杠医院',
  seen: '138',
  text: '只有 3 位',
  remedy: '请填 11 位',
  fix: '13800138000',
};
const HEAD = ['序号', '严重程度', '工作表', '单元格', '行', '列', '名称', '填写内容', '问题', '如何改正', '建议值'];

const PRINT = {
  paper: 'A4',
  orientation: 'landscape',
  footer: '第 &P 页，共 &N 页',
  margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
} as const;

describe('the sheet of findings', () => {
  it('has one line for each finding, with a link where the cell is', () => {
    const sheet = drawFindings(
      ['校验结果', '共 2 条'],
      [LINE, { ...LINE, severity: 'block', target: { sheet: "丙'丁", cell: 'AB12' } }],
    );
    const rest =
      '手机号码‹findingsCell› 青杠医院‹findingsCell› 138‹findingsCell› 只有 3 位‹findingsCell› 请填 11 位‹findingsCell› 13800138000‹findingsCell›';

    expect(painted(sheet)).toEqual([
      '28: 校验结果‹findingsTitle›',
      '20: 共 2 条‹findingsLine›',
      `26: ${HEAD.map((word) => `${word}‹findingsHead›`).join(' ')}`,
      `22: 1‹findingsCenter› 必须修改‹severity-error› 表一‹findingsCell› C9‹findingsCenter› 9‹findingsCenter› ${rest}`,
      `22: 2‹findingsCenter› 必须修改‹severity-block› 丙'丁‹findingsCell› AB12‹findingsLink›→'丙''丁'!AB12 12‹findingsCenter› ${rest}`,
    ]);
    expect({ ...sheet, rows: [] }).toEqual({
      name: '校验结果',
      tabColor: 'FFC00000',
      columns: [6, 10, 16, 9, 6, 18, 24, 22, 44, 34, 22].map((width) => ({ width })),
      rows: [],
      merges: ['A1:K1', 'A2:K2'],
      freeze: { rows: 3, columns: 0 },
      autoFilter: 'A3:K5',
      print: { ...PRINT, repeatRows: '3:3' },
    });
  });

  it('says so when there is nothing to correct', () => {
    const sheet = drawFindings(['校验结果'], []);

    expect(painted(sheet)).toEqual(['28: 校验结果‹findingsTitle›', '20: 没有需要修改的内容。‹findingsLine›']);
    expect({ ...sheet, rows: [], columns: [] }).toEqual({
      name: '校验结果',
      tabColor: 'FFC00000',
      columns: [],
      rows: [],
      merges: ['A1:K1', 'A2:K2'],
      print: PRINT,
    });
  });

  it.each([
    ['一行', 22],
    ['问'.repeat(30), 38],
    ['问\n题', 38],
    ['问'.repeat(2000), 200],
  ])('makes room for a long text, within bounds', (text, height) => {
    expect(drawFindings([], [{ ...LINE, text }]).rows[1]?.height).toBe(height);
  });

  it('colours severities alike on both sheets', () => {
    const styles = findingsStyles(FONTS);
    const cell = { font: { name: '仿宋', size: 11 }, border: 'thin', vertical: 'middle', wrap: true, format: '@' };
    const severity = (fill: string) => ({ ...cell, align: 'center', fill });

    expect(SEVERITY_WORDS).toEqual({ block: '必须修改', error: '必须修改', warning: '请核对', notice: '说明' });
    expect(SEVERITY_FILLS).toEqual({ block: 'FFFF9B9B', error: 'FFFFC7CE', warning: 'FFFFEB9C', notice: 'FFDDEBF7' });
    expect(styles).toEqual({
      findingsTitle: { font: { name: '黑体', size: 16 }, align: 'left', vertical: 'middle' },
      findingsLine: { font: { name: '仿宋', size: 12 }, align: 'left', vertical: 'middle', wrap: true },
      findingsHead: { ...cell, font: { name: '黑体', size: 11 }, align: 'center', fill: 'FFF2F2F2' },
      findingsCell: { ...cell, align: 'left' },
      findingsCenter: { ...cell, align: 'center' },
      findingsLink: { ...cell, align: 'center', font: { name: '仿宋', size: 11, color: 'FF0563C1' } },
      'severity-block': severity('FFFF9B9B'),
      'severity-error': severity('FFFFC7CE'),
      'severity-warning': severity('FFFFEB9C'),
      'severity-notice': severity('FFDDEBF7'),
    });
  });
});
