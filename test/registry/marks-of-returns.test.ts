import { describe, expect, it } from 'vitest';
import { drawMarks, type MarkSource } from '../../src/registry/draw-marks.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { findingAt, registerRow } from '../support/registry-state.ts';
import { hospital, ROSTER, table } from '../support/story.ts';

const row = registerRow();
const at = (key: string, more: Partial<Finding> = {}) => findingAt(row, key, more);

function draw(findings: readonly Finding[], more: Partial<MarkSource> = {}) {
  const rows = [1, 2].map((number) => hospital('成都市', number));
  const sourced = { path: row.source.path, file: '汇总表.xlsx', sha256: '' };
  return drawMarks({
    unitName: '成都市',
    form: ROSTER,
    message: row.source.message,
    path: row.source.path,
    tables: [
      { ...sourced, table: table(ROSTER, rows) },
      { ...sourced, table: table(ROSTER, rows.slice(0, 1), { sheet: '乙' }) },
    ],
    findings,
    due: '2025-03-01',
    today: '2025-02-20',
    ...more,
  });
}

describe('what is marked in a returned file', () => {
  it('its head says what was read, what must be mended, and by when', () => {
    const findings = (['block', 'error', 'error', 'warning', 'notice', 'notice', 'notice'] as const).map((severity) =>
      at('uscc', { severity }),
    );

    expect(draw(findings).heading).toEqual([
      '成都市 附件2 医院信息汇总表校验结果',
      '共读到 3 行；必须修改 3 处，请核对 1 处，已自动处理或说明 3 处。',
      '请在原表中直接修改标色的单元格（红色必须修改，黄色请核对），请于 2025年3月1日前回复邮件，发回本表。本页不用删除。',
    ]);
  });

  it('a line for each finding, the gravest first, then by sheet and row', () => {
    const elsewhere = (sheet: string, number: number, severity: Finding['severity'], text: string) => ({
      ...at('uscc', { severity, text }),
      place: { ...at('uscc').place, sheet, row: number },
    });
    const findings = [
      elsewhere('甲', 5, 'notice', '7'),
      elsewhere('甲', 9, 'error', '4'),
      elsewhere('甲', 7, 'error', '3'),
      elsewhere('乙', 9, 'error', '5'),
      elsewhere('甲', 5, 'warning', '6'),
      elsewhere('乙', 9, 'block', '1'),
      at('', {
        severity: 'block',
        text: '2',
        place: { message: row.source.message, path: row.source.path, sheet: '乙', row: 10 },
      }),
    ];

    expect(draw(findings).lines.map((line) => line.text)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('a line holds all there is to know', () => {
    expect(draw([{ ...at('uscc', { fix: '12510100450712347E', name: '甲医院' }) }]).lines).toEqual([
      {
        severity: 'error',
        sheet: 'Sheet1',
        cell: 'E5',
        row: '5',
        column: '统一社会信用代码',
        name: '甲医院',
        seen: '12510100450712347E',
        text: '“统一社会信用代码”有误',
        remedy: '请核对后改正。',
        fix: '12510100450712347E',
      },
    ]);
  });

  it('a line about the file as a whole leaves its place blank', () => {
    const { name: _, ...finding } = at('', { place: { message: row.source.message, path: row.source.path } });

    expect(draw([finding]).lines).toEqual([
      {
        severity: 'error',
        sheet: '',
        cell: '',
        row: '',
        column: '',
        name: '',
        seen: '',
        text: '“本行”有误',
        remedy: '请核对后改正。',
        fix: '',
      },
    ]);
    expect(draw([finding]).cells).toEqual([]);
  });

  it('what was mended already is not proposed again', () => {
    const plan = draw([at('uscc', { applied: true, fix: 'x', severity: 'warning' })]);

    expect(plan.lines[0]?.fix).toBe('');
    expect(plan.cells[0]?.comment).toBe('“统一社会信用代码”有误\n请核对后改正。');
  });

  it('a comment on each cell, with what to write there', () => {
    expect(draw([at('uscc', { fix: '9' }), at('name', { severity: 'warning' })]).cells).toEqual([
      {
        sheet: 'Sheet1',
        cell: 'E5',
        severity: 'error',
        comment: '“统一社会信用代码”有误\n请核对后改正。\n建议改为：9',
      },
      { sheet: 'Sheet1', cell: 'C5', severity: 'warning', comment: '“医疗机构名称”有误\n请核对后改正。' },
    ]);
  });

  it('several of one cell are joined under the gravest, the same text once', () => {
    const findings = [
      at('uscc', { severity: 'warning', text: '乙' }),
      at('uscc', { severity: 'block', text: '甲' }),
      at('uscc', { severity: 'block', text: '甲' }),
    ];

    expect(draw(findings).cells).toEqual([
      { sheet: 'Sheet1', cell: 'E5', severity: 'block', comment: '甲\n请核对后改正。\n乙\n请核对后改正。' },
    ]);
  });

  it('the same cell of two sheets has two comments', () => {
    const other = { ...at('uscc'), place: { ...at('uscc').place, sheet: '乙' } };

    expect(draw([at('uscc'), other]).cells.map((cell) => cell.sheet)).toEqual(expect.arrayContaining(['Sheet1', '乙']));
  });

  it('a long comment is cut', () => {
    const long = (length: number) =>
      draw([at('uscc', { text: '字'.repeat(length - 8), remedy: '请核对后改正。' })]).cells[0]?.comment;

    expect(long(600)).toHaveLength(600);
    expect(long(600)).not.toContain('…');
    expect(long(601)).toHaveLength(600);
    expect(long(601)?.endsWith('…')).toBe(true);
  });

  it('notices have a line and no comment; waived ones and those of another file neither', () => {
    const notice = at('uscc', { severity: 'notice' });
    const waived = at('uscc', { waived: { by: '', reason: '' } });
    const place = at('uscc').place;
    const otherFile = { ...at('uscc'), place: { ...place, path: '别的.xlsx' } };
    const otherMail = { ...at('uscc'), place: { ...place, message: 'b'.repeat(64) } };

    expect(draw([notice, waived, otherFile, otherMail])).toMatchObject({ cells: [], lines: [{ severity: 'notice' }] });
  });

  it('a cell that is not known has no comment', () => {
    const place = { ...at('uscc').place, cell: '' };
    const { sheet: _, ...bare } = at('uscc').place;

    expect(draw([{ ...at('uscc'), place }]).cells).toEqual([]);
    expect(draw([{ ...at('uscc'), place: bare }]).cells).toEqual([]);
  });
});
