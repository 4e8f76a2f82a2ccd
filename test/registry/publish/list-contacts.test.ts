import { describe, expect, it } from 'vitest';
import { listUnitFindings } from '../../../src/registry/publish/draw-unit-book.ts';
import { layRegister, layUnit } from '../../../src/registry/publish/lay-register.ts';
import { listContacts } from '../../../src/registry/publish/list-contacts.ts';
import { listCoverage } from '../../../src/registry/publish/list-coverage.ts';
import { listFindings } from '../../../src/registry/publish/list-findings.ts';
import { listProvenance } from '../../../src/registry/publish/list-provenance.ts';
import { selectAccounts } from '../../../src/registry/publish/select-accounts.ts';
import { edition, LIST, rows } from '../../support/list-facts.ts';
import { listLines, listStyles } from '../../support/list-lines.ts';
import { messageOutcome, ROSTER, type RowFacts } from '../../support/registry-state.ts';

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
