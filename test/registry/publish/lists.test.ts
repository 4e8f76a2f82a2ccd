import { describe, expect, it } from 'vitest';
import type { RegisterChange } from '../../../src/registry/publish/diff-registers.ts';
import { layRegister } from '../../../src/registry/publish/lay-register.ts';
import { listChanges } from '../../../src/registry/publish/list-changes.ts';
import { listCoverage } from '../../../src/registry/publish/list-coverage.ts';
import { findingsOfForm, listFindings } from '../../../src/registry/publish/list-findings.ts';
import type { RegisterRow } from '../../../src/registry/register.ts';
import type { Finding } from '../../../src/rules/finding.ts';
import { edition, NAME, rows } from '../../support/list-facts.ts';
import { listLines, listStyles } from '../../support/list-lines.ts';
import {
  editionOfState,
  findingAt,
  LIAISON,
  ROSTER,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';

describe('变更记录', () => {
  const change = (more: Partial<RegisterChange>): RegisterChange => ({
    kind: 'added',
    form: ROSTER.form,
    unit: '510100',
    unitName: '成都市',
    name: NAME,
    id: 'r0',
    values: [],
    message: 'a'.repeat(64),
    ...more,
  });
  const list = (changes: RegisterChange[], version = 2) => {
    const facts = editionOfState(registryState(rows({})), { version });
    return listChanges(ROSTER, changes, facts, version === 1);
  };
  const values = [
    { key: 'grade', from: '甲等', to: '乙等' },
    { key: 'gone', from: 'x', to: '' },
  ];

  it('has a line for each row and each changed value, with the mail it rests on', () => {
    const changes = [
      change({}),
      change({ kind: 'changed', values }),
      change({ kind: 'removed', id: 'gone', message: 'unknown' }),
      change({ form: LIAISON.form }),
    ];

    expect(listLines(list(changes))).toEqual([
      ['新增', '成都市', NAME, '整行', '', '', '报送医院信息汇总表（wjw@example.org）'],
      [
        '修改',
        '成都市',
        NAME,
        '医疗机构等次(甲等、乙等、未定等)',
        '甲等',
        '乙等',
        '报送医院信息汇总表（wjw@example.org）',
      ],
      ['修改', '成都市', NAME, 'gone', 'x', '', '报送医院信息汇总表（wjw@example.org）'],
      ['删除', '成都市', NAME, '整行', '', '', ''],
    ]);
  });

  it('each line can be explained', () => {
    const told = list([change({}), change({ kind: 'changed', values }), change({ kind: 'removed', id: 'gone' })]);
    const origins = [0, 1, 2, 3, 4].map((at) => told.originOf(at, 0));

    expect(origins.map((one) => one && [one.row?.id, one.key, one.text])).toEqual([
      ['r0', '', '与上一版相比新增'],
      ['r0', 'grade', '与上一版相比修改'],
      ['r0', 'gone', '与上一版相比修改'],
      [undefined, '', '与上一版相比删除'],
      undefined,
    ]);
  });

  it('says against which version', () => {
    expect([list([]).about, list([]).nothing]).toEqual(['第 2 版与第 1 版相比。', '与上一版相比没有变化。']);
    expect([list([], 1).about, list([], 1).nothing]).toEqual(['第 1 版。', '首次发布，没有上一版可比。']);
    expect(list([])).toMatchObject({ name: '变更记录' });
    expect(list([]).columns.map((one) => one.header)).toEqual([
      '变更',
      '单位',
      '名称',
      '列',
      '原内容',
      '现内容',
      '所依据邮件',
    ]);
  });
});

describe('报送情况', () => {
  const line = (more: object) => ({
    unit: '510100',
    form: ROSTER.form,
    due: '2025-03-01',
    state: 'clean' as const,
    late: false,
    rows: 3,
    blocks: 1,
    errors: 2,
    warnings: 5,
    notices: 4,
    lastReceived: '',
    messages: 2,
    ...more,
  });

  it.each([
    ['clean', '已报，无错', 'listCenter'],
    ['faulty', '已报，有错', 'list-error'],
    ['held', '待处理', 'list-warning'],
    ['missing', '未报', 'list-block'],
  ] as const)('%s is told as %s', (state, word, style) => {
    const list = listCoverage(edition([], { coverage: [line({ state })] }));

    expect(listLines(list)[0]).toEqual([
      1,
      '成都市',
      '成都市卫生健康委员会',
      '附件2 医院信息汇总表',
      '2025-03-01',
      word,
      '',
      3,
      1,
      2,
      5,
      4,
      '',
      2,
    ]);
    expect(listStyles(list)[0]?.[5]).toBe(style);
  });

  it('a unit that nobody counted has not reported', () => {
    expect(listLines(listCoverage(edition([])))[0]?.slice(4)).toEqual(['2025-03-01', '未报', '', 0, 0, 0, 0, 0, '', 0]);
    expect(listLines(listCoverage(edition([]))).map((one) => one[0])).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('its lines can be explained', () => {
    const list = listCoverage(edition([]));

    expect(list.originOf(3, 0)).toEqual({
      key: '',
      text: '按自贡市报送附件3的全部邮件和问题统计，可用 mingce show submissions 逐件查看',
    });
    expect(list.originOf(2, 0)?.text).toContain('自贡市报送附件2');
    expect(list.originOf(6, 0)).toBeUndefined();
    expect(list.about).toBe('各单位报送情况，截至 2025-03-01 12:00。');
    expect(list.nothing).toBe('没有报送单位，请先填写 units.xlsx。');
  });
});

describe('问题清单', () => {
  const [first, second] = rows({ values: { name: '甲医院' } }, { unit: '510300', values: { name: '乙医院' } });
  const list = (findings: readonly Finding[], of = [first, second]) => {
    const facts = edition(
      of.flatMap((row) => row ?? []),
      { findings },
    );
    return listFindings(layRegister(ROSTER, facts), findings, facts);
  };
  const about = (row: RegisterRow | undefined, key: string, more: Partial<Finding> = {}) =>
    findingAt(row ?? registerRow(), key, more);

  it('goes by severity, unit, row, column, and as they came', () => {
    const findings = [
      about(second, 'uscc', { severity: 'notice', text: '8' }),
      about(first, 'grade', { severity: 'error', text: '5' }),
      about(first, 'uscc', { severity: 'error', text: '4' }),
      about(second, 'uscc', { severity: 'error', text: '6' }),
      about(first, '', { severity: 'error', text: '3' }),
      about(second, 'uscc', { severity: 'block', text: '1' }),
      about(first, 'uscc', { severity: 'warning', text: '7', unit: '999999' }),
      about(second, 'uscc', { severity: 'block', text: '2' }),
    ];

    expect(listLines(list(findings)).map((one) => [one[0], one[7]])).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((text, at) => [at + 1, text]),
    );
  });

  it.each<[string, Partial<Finding>, string]>([
    ['an open one', {}, '待改'],
    ['a waived one', { waived: { by: '王五', reason: '有证书' } }, '已豁免：有证书'],
    ['one that was mended', { applied: true, severity: 'notice' }, '已自动改正'],
    ['a notice', { severity: 'notice' }, '仅供知悉'],
  ])('%s is to be handled so: %s', (_, more, handling) => {
    expect(listLines(list([about(first, 'uscc', more)]))[0]?.[10]).toBe(handling);
  });

  it('a row that is not in the register, and one without any row', () => {
    const elsewhere = about(registerRow({ row: 99 }), 'uscc');
    const mail = { ...elsewhere, place: { eml: 'x.eml', file: '甲.xlsx' } };

    expect(
      listLines(list([elsewhere]))[0]
        ?.slice(3, 4)
        .concat(listLines(list([elsewhere]))[0]?.[10] ?? ''),
    ).toEqual(['', '未进入汇总表']);
    expect(listLines(list([mail]))[0]?.slice(10)).toEqual(['待改', 'x.eml', '甲.xlsx', '', '', '', 'uscc/check-digit']);
  });

  it('a mail about which nothing else is known leaves its cells blank', () => {
    const bare: Finding = {
      code: 'mail/link',
      severity: 'warning',
      place: {},
      seen: '',
      text: '只有链接',
      remedy: '请重发。',
    };
    const line = (place: Finding['place']) => listLines(list([{ ...bare, place }]))[0];

    expect(line({})).toEqual([
      1,
      ...['', '', '', '', '', '警告', '只有链接', '请重发。', '', '待改', '', '', '', '', '', 'mail/link'],
    ]);
    expect(line({ message: 'unknown', eml: 'x.eml' })?.slice(11, 13)).toEqual(['x.eml', '']);
  });

  it('points into the table by a link, up to two thousand', () => {
    const facts = edition([first ?? registerRow()]);
    const laid = { ...layRegister(ROSTER, facts), sheet: "甲'乙" };
    const findings = Array.from({ length: 2_001 }, () => about(first, 'uscc'));
    const told = listFindings(laid, findings, facts);
    const raw = told.lines as unknown as (() => (string | object)[][]) | (string | object)[][];
    const lines = typeof raw === 'function' ? raw() : raw;

    expect(lines[0]?.[3]).toEqual({ value: 'E5', style: 'list', link: "'甲''乙'!E5" });
    expect(lines[1_999]?.[3]).toMatchObject({ value: 'E5' });
    expect(lines[2_000]?.[3]).toBe('E5');
  });

  it('a fault of the row as a whole points at its first cell', () => {
    expect(listLines(list([about(first, '')]))[0]?.[3]).toBe('A5');
    expect(listLines(list([about(second, '')]))[0]?.[3]).toBe('A6');
  });

  it('is painted by severity', () => {
    const styles = (['block', 'error', 'warning', 'notice'] as const).map(
      (severity) => listStyles(list([about(first, 'uscc', { severity })]))[0]?.[6],
    );
    const words = (['block', 'error', 'warning', 'notice'] as const).map(
      (severity) => listLines(list([about(first, 'uscc', { severity })]))[0]?.[6],
    );

    expect(styles).toEqual(['list-block', 'list-error', 'list-warning', 'listCenter']);
    expect(words).toEqual(['阻断', '错误', '警告', '提示']);
  });

  it('its lines can be explained', () => {
    const told = list([about(second, 'uscc', { text: '有误' })]);

    expect(told.originOf(0, 0)).toEqual({
      row: second,
      key: 'uscc',
      text: '错误：有误（uscc/check-digit）。请核对后改正。',
    });
    expect(told.originOf(1, 0)).toBeUndefined();
    expect(list([about(registerRow({ row: 99 }), '')]).originOf(0, 0)).toMatchObject({ row: undefined, key: '' });
    expect([told.name, told.about, told.nothing]).toEqual([
      '问题清单',
      '医院信息汇总表的全部问题：阻断、错误须由单位改正，警告须人工看一眼，提示为已处理或仅供知悉。',
      '没有发现问题。',
    ]);
  });

  it('a finding about no form stands in the first form’s book', () => {
    const { form: _, ...mail } = about(first, 'uscc', { text: '邮件' });
    const facts = edition([], {
      findings: [mail, { ...mail, form: 'unheard-of' }, about(first, ''), { ...mail, form: LIAISON.form }],
    });

    expect(findingsOfForm(ROSTER, facts)).toHaveLength(3);
    expect(findingsOfForm(LIAISON, facts)).toHaveLength(1);
  });
});
