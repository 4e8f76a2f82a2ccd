import { describe, expect, it } from 'vitest';
import { drawRegisterBook } from '../../../src/registry/publish/draw-register-book.ts';
import type { BookPlan, SheetPlan } from '../../../src/sheet/book-plan.ts';
import {
  DECISION,
  editionOfState,
  findingAt,
  LIAISON,
  messageOutcome,
  ROSTER,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';
import { wholeBook } from '../../support/whole-sheet.ts';

/** The book with every row drawn. */
function wholeRegisterBook(...args: Parameters<typeof drawRegisterBook>): BookPlan {
  return wholeBook(drawRegisterBook(...args));
}

function sheetOf(state: Parameters<typeof editionOfState>[0], name: string): SheetPlan {
  const plan = wholeRegisterBook(ROSTER, editionOfState(state), [], true);
  const sheet = plan.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function values(sheet: SheetPlan, from = 1): (string | number | null)[][] {
  return sheet.rows.slice(from - 1).map((row) => row.cells.map((cell) => cell?.value ?? null));
}

describe('the sheets behind it', () => {
  it('问题清单 lists every finding once, with where it stands and where it came from', () => {
    const row = registerRow();
    const elsewhere = findingAt(registerRow({ row: 99 }), 'uscc', { text: '旧表里的问题' });
    const findings = [
      { ...findingAt(row, 'uscc', { fix: '12510100450712347E' }), name: '示例市第一人民医院' },
      elsewhere,
      {
        code: 'mail/link',
        severity: 'warning' as const,
        place: {},
        seen: '',
        text: '邮件只有链接',
        remedy: '请重发。',
      },
    ];

    const sheet = sheetOf(registryState([row], { findings }), '问题清单');
    const lines = values(sheet, 3);

    expect(lines).toHaveLength(3);
    expect(lines[0]).toEqual([
      1,
      '成都市',
      '示例市第一人民医院',
      'E5',
      '统一社会信用代码',
      '12510100450712347E',
      '错误',
      '“统一社会信用代码”有误',
      '请核对后改正。',
      '12510100450712347E',
      '待改',
      '报送医院信息汇总表',
      '报送.zip!汇总表.xlsx',
      'Sheet1',
      5,
      'E5',
      'uscc/check-digit',
    ]);
    expect(lines.map((line) => line[10])).toEqual(['待改', '未进入汇总表', '待改']);
  });

  it('a finding of 附件3 stands in the book of 附件3 only', () => {
    const row = registerRow({ form: LIAISON });
    const state = registryState([row], { findings: [findingAt(row, 'phone', { code: 'phone/format' })] });
    const book = wholeRegisterBook(LIAISON, editionOfState(state), [], true);

    expect(values(sheetOf(state, '问题清单'), 3)).toEqual([['没有发现问题。']]);
    expect(book.sheets[1]?.rows).toHaveLength(3);
    expect(book.sheets[0]?.rows[4]?.cells.map((cell) => cell?.value)).toContain('13912345671');
  });

  it('报送情况 has a line for every unit and form, silent units included', () => {
    const coverage = [
      {
        unit: '510100',
        form: ROSTER.form,
        due: '2025-03-01',
        state: 'faulty' as const,
        late: true,
        rows: 3,
        blocks: 1,
        errors: 2,
        warnings: 0,
        notices: 4,
        lastReceived: '2025-03-02T01:00:00.000Z',
        messages: 2,
      },
    ];

    const lines = values(sheetOf(registryState([], { coverage }), '报送情况'), 3);

    expect(lines).toHaveLength(6);
    expect(lines[0]).toEqual([
      1,
      '成都市',
      '成都市卫生健康委员会',
      '附件2 医院信息汇总表',
      '2025-03-01',
      '已报，有错',
      '迟报',
      3,
      1,
      2,
      0,
      4,
      '2025-03-02 09:00',
      2,
    ]);
    expect(lines[5]?.slice(1, 6)).toEqual([
      '甘孜州',
      '甘孜州卫生健康委员会',
      '附件3 市级联络员名单',
      '2025-01-21',
      '未报',
    ]);
  });

  it('出处 names the mail and place of each row and every changed cell with its reason', () => {
    const row = registerRow({
      fields: {
        prefecture: { raw: '成都' },
        dataManagerPhone: {
          raw: '１３９12345670',
          repairs: [{ kind: 'full-width', from: '１３９12345670', to: '13912345670' }],
        },
      },
      decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'd1' }],
    });
    const decisions = [{ ...DECISION, id: 'd1' }];
    const plan = wholeRegisterBook(
      ROSTER,
      editionOfState(registryState([row], { messages: [messageOutcome({ subject: '成都报送' })] }), { decisions }),
      [],
      true,
    );
    const lines = values(plan.sheets[4] as SheetPlan, 3);

    expect(lines.map((line) => line.slice(3, 6))).toEqual([
      ['整行', null, null],
      ['市(州)', '成都', '成都市'],
      ['医疗机构等次(甲等、乙等、未定等)', '甲等', '乙等'],
      ['医疗机构数据管理员手机号码', '１３９12345670', '13912345670'],
    ]);
    expect(lines[2]?.[6]).toBe('人工决定：王五 2025-02-21，理由：证书为乙等（d1）');
    expect(lines[0]?.slice(7)).toEqual([
      'wjw@example.org',
      '成都报送',
      '2025-02-20 10:00',
      'one.eml',
      '报送.zip!汇总表.xlsx',
      'Sheet1',
      5,
      null,
    ]);
  });
});
