import { describe, expect, it } from 'vitest';
import { explainLaidCell } from '../../../src/registry/publish/explain-laid-cell.ts';
import { layAccounts } from '../../../src/registry/publish/lay-accounts.ts';
import { layRegister, layUnit } from '../../../src/registry/publish/lay-register.ts';
import type { RegisterRow } from '../../../src/registry/register.ts';
import type { Field } from '../../../src/rules/field.ts';
import {
  columnOf,
  DECISION,
  editionOfState,
  findingAt,
  LIAISON,
  messageOutcome,
  ROSTER,
  registerRow,
  registryState,
  UNITS,
} from '../../support/registry-state.ts';

describe('a cell of the province workbook explained', () => {
  const row = registerRow({
    fields: { grade: { raw: '甲', stored: 'text', format: '@' } },
    decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'decision-1' }],
  });
  const copied = {
    ...row,
    copies: [{ ...row.source, message: 'c'.repeat(64), eml: '', path: '', sheet: 'Sheet2', row: 9 }],
  };
  const findings = [
    findingAt(row, 'grade', { text: '等次有误', code: 'a/b', severity: 'warning' }),
    findingAt(row, 'grade', { text: '等次可疑', code: 'c/d', waived: { by: '王五', reason: '有证书' } }),
    findingAt(row, '', { text: '整行可疑', code: 'e/f', severity: 'notice' }),
    findingAt(row, 'name', { text: '名称有误' }),
  ];
  const edition = () => editionOfState(registryState([copied], { findings }), { decisions: [DECISION] });

  function explain(key: string, of: RegisterRow = copied) {
    const laid = layRegister(ROSTER, edition());
    const column = laid.columns.find(({ from }) => (from.kind === 'column' ? from.column.key === key : key === ''));
    if (!column) throw new Error(`no column ${key}`);
    return explainLaidCell(laid, column, of, 0, edition()).map(({ label, text }) => `${label}：${text}`);
  }

  it('tells everything', () => {
    expect(explain('grade')).toEqual([
      '列：医疗机构等次(甲等、乙等、未定等)',
      '内容：乙等',
      '所在行：成都市 示例市第一人民医院',
      '邮件：one.eml',
      '发件人：wjw@example.org',
      '主题：报送医院信息汇总表',
      '收到：2025-02-20 10:00',
      '文件：报送.zip!汇总表.xlsx',
      '工作表：Sheet1 第 5 行',
      '单元格：J5',
      '读到：“甲”（文本，格式 @）',
      '更改：“甲”→“甲等”：按词表写成规范名称',
      '更改：“甲等”→“乙等”：人工决定：王五 2025-02-21，理由：证书为乙等（decision-1）',
      '警告：等次有误（a/b）。请核对后改正。',
      '已豁免：等次可疑（c/d）：王五，有证书',
      '提示：整行可疑（e/f）。请核对后改正。',
      '另见：cccccccccccc，2025-02-20 10:00，汇总表.xlsx，Sheet2 第 9 行',
    ]);
  });

  it('an unchanged cell says so', () => {
    expect(explain('level').slice(9)).toEqual([
      '单元格：I5',
      '读到：“三级”（文本）',
      '更改：没有改动',
      '提示：整行可疑（e/f）。请核对后改正。',
      expect.stringMatching(/^另见：/),
    ]);
  });

  it('a running number is given when it is published', () => {
    expect(explain('')).toEqual([
      '列：序号',
      '内容：1',
      '所在行：成都市 示例市第一人民医院',
      '来历：发布时按单位顺序重新编号',
      '邮件：one.eml',
      '发件人：wjw@example.org',
      '主题：报送医院信息汇总表',
      '收到：2025-02-20 10:00',
      '文件：报送.zip!汇总表.xlsx',
      '工作表：Sheet1 第 5 行',
    ]);
  });

  it.each<[Partial<Field>, string]>([
    [{ stored: 'number', raw: '3' }, '“3”（数值）'],
    [{ stored: 'formula', raw: '3' }, '“3”（公式结果）'],
    [{ stored: 'date', raw: '3' }, '“3”（日期）'],
    [{ stored: 'boolean', raw: '3' }, '“3”（逻辑值）'],
    [{ stored: 'error', raw: '3' }, '“3”（错误值）'],
    [{ stored: 'text', raw: '51010719800101123X' }, '“510107***********X”（文本）'],
    [{ stored: 'blank', raw: '' }, '（空）'],
  ])('what was read: %j', (field, text) => {
    expect(explain('level', registerRow({ fields: { level: field } }))).toContain(`读到：${text}`);
  });

  it('a column that the table did not have, a unit and a mail that nobody knows', () => {
    const { level: _, ...fields } = row.fields;
    const lines = explain('level', {
      ...row,
      fields,
      unit: '999999',
      source: { ...row.source, message: 'd'.repeat(64), eml: '' },
    });

    expect(lines).toContain('单元格：原表没有这一列');
    expect(lines).toContain('读到：（空）');
    expect(lines).toContain('内容：（空）');
    expect(lines).toContain('所在行：999999 示例市第一人民医院');
    expect(lines).toContain('邮件：dddddddddddd');
    expect(lines.some((line) => line.startsWith('发件人'))).toBe(false);
  });

  it('a column for the unit’s answer', () => {
    const [unit] = UNITS;
    const [laid] = unit ? layUnit(unit, edition()) : [];
    const column = laid?.columns.at(-1);
    const lines = laid && column ? explainLaidCell(laid, column, copied, 0, edition()) : [];

    expect(lines.slice(0, 4).map(({ label, text }) => `${label}：${text}`)).toEqual([
      '列：核对结果',
      '内容：（空）',
      '所在行：成都市 示例市第一人民医院',
      '来历：留给单位填写',
    ]);
  });
});

describe('sheets of a list for HQMS', () => {
  const list = {
    file: '名单',
    title: '名单',
    form: ROSTER.form,
    contact: { person: 'dataManagerName', phone: 'dataManagerPhone', email: 'dataManagerEmail' },
    columns: [
      { header: '序号', sequence: true as const, width: 6 },
      { header: '类别', key: 'category', write: 'code' as const, width: 20 },
      { header: '名称', key: 'name', write: 'value' as const },
      { header: '没有', key: 'nothing', write: 'value' as const },
    ],
  };

  it('have the columns of the mapping, from row 2 on', () => {
    const row = registerRow();
    const [sheet] = layAccounts(list, ROSTER, { sheets: [{ sheet: '甲', rows: [row] }], leftOut: [] });

    expect(sheet).toMatchObject({ file: 'HQMS/名单.xlsx', sheet: '甲', headerRow: 1, firstRow: 2, rows: [row] });
    expect(sheet?.columns.map(({ header, width, align, from }) => [header, width, align, from.kind])).toEqual([
      ['序号', 6, 'center', 'number'],
      ['类别', 20, columnOf('category').align, 'column'],
      ['名称', columnOf('name').width, columnOf('name').align, 'column'],
      ['没有', 12, 'center', 'open'],
    ]);
    expect(sheet?.columns[1]?.from).toEqual({ kind: 'column', column: { ...columnOf('category'), show: 'code' } });
  });
});

it('messages without a mail of their own are told by their file', () => {
  const row = registerRow({ form: LIAISON });
  const edition = editionOfState(registryState([row], { messages: [messageOutcome({ message: 'z'.repeat(64) })] }));
  const laid = layRegister(LIAISON, edition);
  const [column] = laid.columns;

  expect(column && explainLaidCell(laid, column, row, 0, edition).map((line) => line.label)).not.toContain('主题');
});
