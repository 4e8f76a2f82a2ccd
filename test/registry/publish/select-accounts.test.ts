import { describe, expect, it } from 'vitest';
import { listLeftOut } from '../../../src/registry/publish/list-left-out.ts';
import { isUsableEmail, isUsablePhone, selectAccounts } from '../../../src/registry/publish/select-accounts.ts';
import type { Question, RegistryState } from '../../../src/registry/register.ts';
import { edition, LIST, NAME, rows } from '../../support/list-facts.ts';
import { listLines } from '../../support/list-lines.ts';
import { findingAt, LIAISON, ROSTER, type RowFacts, registerRow } from '../../support/registry-state.ts';

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

  it('each reason and each remedy on a line of its own, all of them explained', () => {
    const of = rows({ unit: '999999', values: { dataManagerPhone: '', dataManagerEmail: '' } });
    const facts = edition(of);
    const list = listLeftOut({ list: LIST, form: ROSTER, selection: selectAccounts(LIST, ROSTER, facts) }, facts);

    expect(listLines(list)[0]?.slice(1)).toEqual([
      '999999',
      NAME,
      '12510100450712347E',
      '没有可用的手机号码\n没有可用的邮箱',
      '请填写一个 11 位手机号码。\n请填写一个完整的邮箱地址。',
    ]);
    expect([2, 3, 4].map((column) => list.originOf(0, column)?.key)).toEqual(['', 'uscc', '']);
    expect(list.originOf(0, 3)?.text).toBe('未列入医院账号信息：没有可用的手机号码；没有可用的邮箱');
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
