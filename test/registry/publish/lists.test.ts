import { describe, expect, it } from 'vitest';
import type { RegisterChange } from '../../../src/registry/publish/diff-registers.ts';
import { listUnitFindings } from '../../../src/registry/publish/draw-unit-book.ts';
import { layRegister, layUnit } from '../../../src/registry/publish/lay-register.ts';
import { listChanges } from '../../../src/registry/publish/list-changes.ts';
import { listContacts } from '../../../src/registry/publish/list-contacts.ts';
import { listCoverage } from '../../../src/registry/publish/list-coverage.ts';
import { findingsOfForm, listFindings } from '../../../src/registry/publish/list-findings.ts';
import { listLeftOut } from '../../../src/registry/publish/list-left-out.ts';
import { listProvenance } from '../../../src/registry/publish/list-provenance.ts';
import { isUsableEmail, isUsablePhone, selectAccounts } from '../../../src/registry/publish/select-accounts.ts';
import type { Question, RegisterRow, RegistryState } from '../../../src/registry/register.ts';
import type { Finding } from '../../../src/rules/finding.ts';
import { listLines, listStyles } from '../../support/list-lines.ts';
import {
  editionOfState,
  findingAt,
  LIAISON,
  messageOutcome,
  ROSTER,
  type RowFacts,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';

const LIST = {
  file: '医院账号信息',
  title: '医院账号',
  form: ROSTER.form,
  splitBy: 'medicineKind',
  contact: { person: 'dataManagerName', phone: 'dataManagerPhone', email: 'dataManagerEmail' },
  columns: [],
};
const NAME = '示例市第一人民医院';

function rows(...facts: RowFacts[]): RegisterRow[] {
  return facts.map((one, at) => registerRow({ row: 5 + at, id: `r${at}`, ...one }));
}

function edition(of: RegisterRow[], more: Partial<RegistryState> = {}) {
  return editionOfState(registryState(of, more));
}

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

describe('出处', () => {
  it('names the copies of a row with what is known of them', () => {
    const [row] = rows({});
    const copy = { ...(row ?? registerRow()).source, row: 9 };
    const of = row ? [{ ...row, unit: '999999', copies: [copy, { ...copy, message: 'x', path: '', row: 10 }] }] : [];
    const facts = edition(of);
    const list = listProvenance(layRegister(ROSTER, facts), facts);

    expect(listLines(list)[0]).toEqual([
      1,
      '999999',
      NAME,
      '整行',
      '',
      '',
      '另见：wjw@example.org 报送.zip!汇总表.xlsx Sheet1 第 9 行；汇总表.xlsx Sheet1 第 10 行',
      'wjw@example.org',
      '报送医院信息汇总表',
      '2025-02-20 10:00',
      'one.eml',
      '报送.zip!汇总表.xlsx',
      'Sheet1',
      5,
      '',
    ]);
  });

  it('has a line for each row and each change; each can be explained', () => {
    const of = rows({ fields: { grade: { raw: '甲' } } }, { row: 6 });
    const facts = edition(of);
    const list = listProvenance(layRegister(ROSTER, facts), facts);

    expect(listLines(list).map((line) => [line[0], line[3], line[4], line[5], line[14]])).toEqual([
      [1, '整行', '', '', ''],
      [1, '医疗机构等次(甲等、乙等、未定等)', '甲', '甲等', 'J5'],
      [2, '整行', '', '', ''],
    ]);
    expect([0, 1, 2, 3].map((at) => list.originOf(at, 0))).toEqual([
      { row: of[0], key: '', text: '这一行的出处' },
      { row: of[0], key: 'grade', text: '对“医疗机构等次(甲等、乙等、未定等)”的更改' },
      { row: of[1], key: '', text: '这一行的出处' },
      undefined,
    ]);
    expect([list.name, list.nothing]).toEqual(['出处', '还没有汇入任何一行。']);
  });

  it('a mail that nobody remembers is told by its hash', () => {
    const [row] = rows({ message: 'f'.repeat(64) });
    const of = row ? [{ ...row, source: { ...row.source, eml: '', path: '' } }] : [];
    const facts = edition(of);

    expect(listLines(listProvenance(layRegister(ROSTER, facts), facts))[0]?.slice(7, 12)).toEqual([
      '',
      '',
      '2025-02-20 10:00',
      'ffffffffffff',
      '汇总表.xlsx',
    ]);
  });
});

describe('who gets an account', () => {
  const question = (more: Partial<Question>): Question => ({
    id: 'q',
    kind: 'conflict',
    question: `“${NAME}”重复`,
    sides: [],
    unit: '510100',
    form: ROSTER.form,
    messages: [],
    fingerprint: '',
    ...more,
  });
  /** Reasons why the only row is left out; [] when it is on the list. */
  const reasons = (
    facts: RowFacts,
    more: Partial<RegistryState> = {},
    list: Parameters<typeof selectAccounts>[0] = LIST,
  ) => selectAccounts(list, ROSTER, edition(rows(facts), more)).leftOut.find((one) => one.row)?.reasons ?? [];

  it.each<[string, Partial<Question>, boolean]>([
    ['about it', {}, true],
    ['that is decided', { decided: { answer: '', who: '', at: '', reason: '' } }, false],
    ['about no form in particular', { form: '' }, true],
    ['about the other form', { form: LIAISON.form }, false],
    ['about another unit', { unit: '510300' }, false],
    ['about another unit, but this mail', { unit: '510300', messages: ['a'.repeat(64)] }, true],
    ['about two units', { kind: 'duplicate' }, true],
    ['about a revision', { kind: 'revision' }, false],
    ['about a message', { kind: 'message' }, false],
    ['that names it on one side', { question: '', sides: [{ answer: '', label: `${NAME}，139`, source: '' }] }, true],
    [
      'that names it elsewhere on a side',
      { question: '', sides: [{ answer: '', label: `139，${NAME}`, source: '' }] },
      false,
    ],
    ['that does not name it', { question: '“别的医院”重复' }, false],
  ])('a question %s', (_, more, open) => {
    expect(reasons({}, { questions: [question(more)] })).toEqual(
      open ? [`尚有事项未决：${more.question ?? `“${NAME}”重复`}`] : [],
    );
  });

  it('a row without a name is kept out by no question that names nobody', () => {
    expect(reasons({ values: { name: '' } }, { questions: [question({ question: '“”重复' })] })).toEqual([]);
  });

  it('every reason is told, with each remedy once', () => {
    const [row] = rows({});
    const findings = ['甲', '乙'].map((text) => findingAt(row ?? registerRow(), 'uscc', { severity: 'block', text }));
    const { leftOut } = selectAccounts(LIST, ROSTER, edition(rows({}), { findings, questions: [question({})] }));

    expect(leftOut[0]).toEqual({
      row,
      unit: '510100',
      reasons: ['甲', '乙', `尚有事项未决：“${NAME}”重复`],
      remedies: ['请核对后改正。', '请用 mingce decide 作出决定。'],
    });
  });

  it('a row with faults that block is not told about its phone besides', () => {
    const [row] = rows({ values: { dataManagerPhone: '' } });
    const findings = [findingAt(row ?? registerRow(), 'dataManagerPhone', { severity: 'block', text: '没有填写' })];

    expect(reasons({ values: { dataManagerPhone: '' } }, { findings })).toEqual(['没有填写']);
  });

  it('phone and mailbox are told both', () => {
    const { leftOut } = selectAccounts(
      LIST,
      ROSTER,
      edition(rows({ values: { dataManagerPhone: '1', dataManagerEmail: '' } })),
    );

    expect(leftOut[0]).toMatchObject({
      reasons: ['手机号码“1”不能接收账号短信', '没有可用的邮箱'],
      remedies: ['请填写一个 11 位手机号码。', '请填写一个完整的邮箱地址。'],
    });
  });

  it('the sheets are the answers that may be given, in their order', () => {
    const { sheets, leftOut } = selectAccounts(
      LIST,
      ROSTER,
      edition(rows({ values: { medicineKind: '中医' } }, { row: 6, values: { medicineKind: '丙' } })),
    );

    expect(sheets.map(({ sheet, rows: of }) => `${sheet} ${of.length}`)).toEqual(
      expect.arrayContaining(['西医 0', '中医 1']),
    );
    expect(leftOut[0]).toMatchObject({
      reasons: ['“医疗机构类型(中医或西医)”是“丙”，无法分入名单'],
      remedies: [`请核实后填写${sheets.map(({ sheet }) => `“${sheet}”`).join('或')}。`],
    });
  });

  it('a list that is not parted has one sheet', () => {
    const { splitBy: _, ...whole } = LIST;

    expect(
      selectAccounts(whole, ROSTER, edition(rows({}))).sheets.map(({ sheet, rows: of }) => `${sheet} ${of.length}`),
    ).toEqual(['医院账号 1']);
  });

  it('a column without a vocabulary is parted by what was written', () => {
    const parted = { ...LIST, splitBy: 'dataManagerName' };
    const of = rows(
      { values: { dataManagerName: '乙' } },
      { row: 6, values: { dataManagerName: '甲' } },
      { row: 7, values: { dataManagerName: '' } },
    );
    const { sheets, leftOut } = selectAccounts(parted, ROSTER, edition(of));

    expect(sheets.map(({ sheet, rows: mine }) => `${sheet} ${mine.length}`)).toEqual(['乙 1', '甲 1'].toSorted());
    expect(leftOut[0]?.reasons).toEqual(['“医疗机构数据管理员姓名”没有可用的内容，无法分入名单']);
  });

  it.each([
    ['13912345678', true],
    ['19912345678', true],
    ['12912345678', false],
    ['1391234567', false],
    ['139123456789', false],
    ['a13912345678', false],
    ['', false],
  ])('phone %s', (text, usable) => {
    expect(isUsablePhone(text)).toBe(usable);
  });

  it.each([
    ['a@b.cn', true],
    ['a.b-c@d-e.com.cn', true],
    ['a@b', false],
    ['@b.cn', false],
    ['a@.c', false],
    ['a b@c.cn', false],
    ['a@b c.cn', false],
    ['a@b.cn;c@d.cn', false],
    ['<a@b.cn>', false],
    ['a@b.c', false],
    ['a@b.c1', false],
    ['a@b@c.cn', false],
    [`${'a'.repeat(249)}@b.cn`, true],
    [`${'a'.repeat(250)}@b.cn`, false],
    ['', false],
  ])('mailbox %s', (text, usable) => {
    expect(isUsableEmail(text)).toBe(usable);
  });

  it('who is not on the list, with his number in the province workbook', () => {
    const of = rows({}, { row: 6, values: { name: '乙医院', dataManagerPhone: '' } });
    const facts = edition(of);
    const list = listLeftOut({ list: LIST, form: ROSTER, selection: selectAccounts(LIST, ROSTER, facts) }, facts);

    expect(listLines(list)).toEqual([
      [2, '成都市', '乙医院', '12510100450712347E', '没有可用的手机号码', '请填写一个 11 位手机号码。'],
      ['', '自贡市', '', '', '自贡市还没有报送附件2，或报送的内容尚未汇入', '请催报，或查看该单位待处理的邮件。'],
      ['', '甘孜州', '', '', '甘孜州还没有报送附件2，或报送的内容尚未汇入', '请催报，或查看该单位待处理的邮件。'],
    ]);
    expect(list.about).toBe('医院信息汇总表共 2 行，列入医院账号信息 1 行，未列入 1 行，原因如下。');
    expect(list.columns.map((one) => one.header)).toEqual([
      '汇总表序号',
      '单位',
      '医疗机构名称',
      '统一社会信用代码',
      '未列入原因',
      '怎样处理',
    ]);
    expect(list.originOf(0, 0)).toEqual({ row: of[1], key: '', text: '未列入医院账号信息：没有可用的手机号码' });
    expect(list.originOf(3, 0)).toBeUndefined();
    expect([list.name, list.nothing]).toEqual(['医院账号', '全部列入，没有例外。']);
  });

  it('a form that is known by its city has no column of codes', () => {
    const list = {
      ...LIST,
      form: LIAISON.form,
      contact: { person: 'name', phone: 'phone', email: 'email' },
      splitBy: undefined as never,
    };
    const of = [registerRow({ form: LIAISON, values: { phone: '' } })];
    const facts = edition(of);
    const told = listLeftOut({ list, form: LIAISON, selection: selectAccounts(list, LIAISON, facts) }, facts);

    expect(told.columns.map((one) => one.header)).toEqual(['汇总表序号', '单位', '姓名', '未列入原因', '怎样处理']);
    expect(listLines(told)[0]).toEqual([1, '成都市', '李四', '没有可用的手机号码', '请填写一个 11 位手机号码。']);
  });
});

describe('the check of contacts', () => {
  const contacts = (...facts: RowFacts[]) => {
    const of = rows(...facts.map((one, at) => ({ ...one, values: { name: `医院${at + 1}`, ...one.values } })));
    const published = edition(of);
    return {
      of,
      list: listContacts({ list: LIST, form: ROSTER, selection: selectAccounts(LIST, ROSTER, published) }, published),
    };
  };
  const own = (at: number, more: Record<string, string> = {}) => ({
    values: {
      dataManagerName: `人${at}`,
      dataManagerPhone: `1391234560${at}`,
      dataManagerEmail: `p${at}@example.org`,
      ...more,
    },
  });

  it('has a line for each row of the register', () => {
    const { of, list } = contacts(own(1), { ...own(2), unit: '999999' });

    expect(listLines(list)).toEqual([
      [1, '成都市', '医院1', '人1', '13912345601', '可用', 'p1@example.org', '可用', '是'],
      [2, '999999', '医院2', '人2', '13912345602', '可用', 'p2@example.org', '可用', '是'],
    ]);
    expect(list.originOf(1, 0)).toEqual({ row: of[1], key: '', text: '核对这一行的手机号码和邮箱，与全部各行相比' });
    expect(list.originOf(2, 0)).toBeUndefined();
    expect(list.columns.map((one) => one.header)).toEqual([
      '汇总表序号',
      '单位',
      '名称',
      '姓名',
      '手机号码',
      '手机核对',
      '邮箱',
      '邮箱核对',
      '列入名单',
    ]);
    expect([list.name, list.nothing]).toEqual(['医院账号', '还没有汇入任何一行。']);
  });

  it('names three of those who share, strangers first, and counts the others', () => {
    const phone = { dataManagerPhone: '13912345600' };
    const { list } = contacts(own(1, phone), own(1, phone), own(2, phone), own(3, phone), own(4, phone), own(5, phone));

    expect(listLines(list)[0]?.[5]).toBe('与不同的人共用：医院3 人2、医院4 人3、医院5 人4等 5 处，请核实');
    expect(listStyles(list)[0]?.[5]).toBe('list-error');
  });

  it('one person in several places is a warning; his own name in place of a hospital’s is told once', () => {
    const same = { dataManagerName: '医院1', dataManagerPhone: '13912345600', dataManagerEmail: 'p@example.org' };
    const { list } = contacts({ values: same }, { values: same }, { values: same }, { values: same }, { values: same });

    expect(listLines(list)[1]?.[5]).toBe('同一人也管理：医院1、医院3 医院1、医院4 医院1等 4 处');
    expect(listStyles(list)[1]?.[5]).toBe('list-warning');
  });

  it('mailboxes are the same in capitals; blanks are not shared', () => {
    const { list } = contacts(
      own(1, { dataManagerEmail: 'A@B.cn' }),
      own(2, { dataManagerEmail: 'a@b.cn' }),
      own(3, { dataManagerEmail: '' }),
      own(4, { dataManagerEmail: '' }),
    );

    expect(listLines(list).map((line) => line[7])).toEqual([
      '与不同的人共用：医院2 人2，请核实',
      '与不同的人共用：医院1 人1，请核实',
      '没有可用的内容',
      '没有可用的内容',
    ]);
    expect(listStyles(list)[2]?.[7]).toBe('list-block');
    expect(listStyles(list)[0]?.[5]).toBe('');
  });

  it('what cannot be reached is marked', () => {
    const { list } = contacts(own(1, { dataManagerPhone: '028' }));

    expect(
      listLines(list)[0]
        ?.slice(5, 6)
        .concat(listLines(list)[0]?.[8] ?? ''),
    ).toEqual(['格式不对，收不到账号', '否']);
    expect(listStyles(list)[0]?.[5]).toBe('list-block');
  });
});

describe('a unit’s own workbook', () => {
  it('has its rows only, and a column for its answer', () => {
    const of = rows({}, { row: 6, unit: '510300', values: { name: '乙医院' } });
    const facts = edition(of);
    const [, zigong] = facts.units;
    const laid = zigong ? layUnit(zigong, facts) : [];

    expect(laid.map(({ file, sheet, rows: mine }) => [file, sheet, mine.length])).toEqual([
      ['分市核对/自贡市.xlsx', '医院信息汇总表', 1],
      ['分市核对/自贡市.xlsx', '市级联络员名单', 0],
    ]);
    expect(laid[0]?.columns.at(-1)).toEqual({ header: '核对结果', width: 11, align: 'center', from: { kind: 'open' } });
  });
});

it('messages of several mails keep apart', () => {
  const facts = edition(rows({}), {
    messages: [messageOutcome(), messageOutcome({ message: 'b'.repeat(64), subject: '别的' })],
  });

  expect([facts.messageOf('b'.repeat(64))?.subject, facts.messageOf('c'.repeat(64))]).toEqual(['别的', undefined]);
});

describe('the columns of the lists', () => {
  const headers = (list: { readonly columns: readonly { readonly header: string; readonly width: number }[] }) =>
    list.columns.map(({ header, width }) => (width > 5 ? header : `${header} is too narrow`)).join(' ');

  it('of 问题清单', () => {
    const facts = edition(rows({}));

    expect(headers(listFindings(layRegister(ROSTER, facts), [], facts))).toBe(
      '序号 单位 名称 汇总表单元格 列 填写内容 严重程度 问题 改法 建议值 处理 邮件主题 文件 工作表 行 单元格 问题代码',
    );
  });

  it('of a unit’s own list of findings', () => {
    const facts = edition(rows({}));
    const [unit] = facts.units;
    const [laid] = unit ? layUnit(unit, facts) : [];

    expect(unit && laid && headers(listUnitFindings(laid, unit, facts))).toBe(
      '序号 名称 本表单元格 列 填写内容 严重程度 问题 改法 建议值 处理 报送的工作表 报送的单元格',
    );
  });

  it('of 报送情况', () => {
    expect(headers(listCoverage(edition([])))).toBe(
      '序号 单位 单位全称 表格 截止日期 状态 迟报 行数 阻断 错误 警告 提示 最近一次收到 邮件数',
    );
  });

  it('of 出处', () => {
    const facts = edition([]);

    expect(headers(listProvenance(layRegister(ROSTER, facts), facts))).toBe(
      '序号 单位 名称 列 读到的原文 现内容 依据 发件人 邮件主题 收到时间 邮件文件 文件 工作表 行 单元格',
    );
  });
});
