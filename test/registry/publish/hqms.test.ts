import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadHqmsMapping } from '../../../src/forms/hqms-mapping.ts';
import { fingerprint } from '../../../src/registry/fingerprint.ts';
import { drawHqmsBooks } from '../../../src/registry/publish/draw-hqms-books.ts';
import { selectLists } from '../../../src/registry/publish/select-lists.ts';
import type { Question, RegistryState } from '../../../src/registry/register.ts';
import {
  editionOfState,
  findingAt,
  GOOD_LIAISON,
  LIAISON,
  ROSTER,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';
import { wholeBook } from '../../support/whole-sheet.ts';

const MAPPING = loadHqmsMapping(readFileSync('templates/hqms.yaml', 'utf8'), 'templates/hqms.yaml', [ROSTER, LIAISON]);

/** Cell values of every sheet of the package, by `file/sheet`. */
function packageOf(state: RegistryState): Record<string, (string | number | null)[][]> {
  const edition = editionOfState(state);
  const books = drawHqmsBooks(MAPPING, selectLists(MAPPING, edition), edition).map((book) => ({
    ...book,
    plan: wholeBook(book.plan),
  }));
  return Object.fromEntries(
    books.flatMap(({ path, plan }) =>
      plan.sheets.map((sheet) => [
        `${path.replace('HQMS/', '').replace('.xlsx', '')}/${sheet.name}`,
        sheet.rows.map((row) => row.cells.map((cell) => cell?.value ?? null)),
      ]),
    ),
  );
}

function question(more: Partial<Question>): Question {
  return {
    id: 'q',
    kind: 'conflict',
    question: '',
    sides: [],
    unit: '',
    form: ROSTER.form,
    messages: [],
    fingerprint: '',
    ...more,
  };
}

const WEST = registerRow({ row: 5, id: 'w', values: { name: '示例市第一人民医院' } });
const EAST = registerRow({
  row: 6,
  id: 'e',
  values: {
    name: '示例市中医医院',
    medicineKind: '中医',
    category: '中医（综合）医院',
    uscc: '12510100MB0001234X',
    dataManagerName: '王五',
    dataManagerPhone: '13912345699',
    dataManagerEmail: 'wangwu@example.org',
  },
});

describe('the list of accounts', () => {
  it('parts 西医 and 中医 and writes the columns of the mapping, categories as codes', () => {
    const sheets = packageOf(registryState([WEST, EAST]));

    expect(Object.keys(sheets).filter((name) => name.startsWith('医院账号信息'))).toEqual(
      expect.arrayContaining(['医院账号信息/中医', '医院账号信息/西医']),
    );
    expect(sheets['医院账号信息/西医']).toEqual([
      ROSTER.columns.map((column) => column.header),
      [
        '1',
        '成都市',
        '示例市第一人民医院',
        '450712347',
        '12510100450712347E',
        '45071234751010411A1001',
        '西医',
        'A100',
        '三级',
        '甲等',
        '张三',
        '13912345670',
        'zhangsan@example.org',
      ],
    ]);
    expect(sheets['医院账号信息/中医']?.map((row) => [row[0], row[2]])).toEqual([
      ['序号', '医疗机构名称'],
      ['1', '示例市中医医院'],
    ]);
  });

  it.each<[string, Partial<RegistryState>, Record<string, string>, string | undefined]>([
    ['is free of faults', {}, {}, undefined],
    ['has an error that does not block', { findings: [findingAt(WEST, 'uscc', { severity: 'error' })] }, {}, undefined],
    [
      'has a fault that blocks',
      { findings: [findingAt(WEST, 'uscc', { severity: 'block', text: '代码缺位' })] },
      {},
      '代码缺位',
    ],
    [
      'has a blocking fault that was waived',
      { findings: [findingAt(WEST, 'uscc', { severity: 'block', waived: { by: '甲', reason: '有证书' } })] },
      {},
      undefined,
    ],
    [
      'has an open question that names it',
      { questions: [question({ unit: '510100', question: '“示例市第一人民医院”重复' })] },
      {},
      '尚有事项未决：“示例市第一人民医院”重复',
    ],
    [
      'is only the beginning of another one in question',
      { questions: [question({ unit: '510100', question: '“示例市第一人民医院分院”重复' })] },
      {},
      undefined,
    ],
    [
      'has a proposal to accept',
      {
        questions: [
          question({ id: `proposal-${fingerprint('w', 'uscc').slice(0, 10)}`, kind: 'proposal', question: '是否改' }),
        ],
      },
      {},
      '尚有事项未决：是否改',
    ],
    [
      'had a question that is settled',
      {
        questions: [
          question({
            unit: '510100',
            question: '“示例市第一人民医院”重复',
            decided: { answer: 'a', who: '甲', at: '', reason: '' },
          }),
        ],
      },
      {},
      undefined,
    ],
    ['has no phone', {}, { dataManagerPhone: '' }, '没有可用的手机号码'],
    ['has a phone nobody can reach', {}, { dataManagerPhone: '028-8613' }, '手机号码“028-8613”不能接收账号短信'],
    ['has half a mailbox', {}, { dataManagerEmail: 'zhangsan@' }, '邮箱“zhangsan@”不能接收账号邮件'],
    ['has no type', {}, { medicineKind: '' }, '“医疗机构类型(中医或西医)”没有可用的内容，无法分入名单'],
    ['has two types', {}, { medicineKind: '中西医' }, '“医疗机构类型(中医或西医)”是“中西医”，无法分入名单'],
  ])('a hospital that %s', (_, more, values, reason) => {
    const west = registerRow({ row: 5, id: 'w', values: { name: '示例市第一人民医院', ...values } });
    const sheets = packageOf(registryState([west, EAST], more));
    const listed = [...(sheets['医院账号信息/西医'] ?? []), ...(sheets['医院账号信息/中医'] ?? [])].map(
      (row) => row[2],
    );
    const leftOut = (sheets['未纳入名单/医院账号'] ?? []).slice(2).filter((row) => row[0] !== null);

    expect(listed.includes('示例市第一人民医院')).toBe(reason === undefined);
    expect(listed).toContain('示例市中医医院');
    expect(leftOut.map((row) => [row[0], row[2], row[4]])).toEqual(
      reason === undefined ? [] : [[1, '示例市第一人民医院', reason]],
    );
  });

  it('names the units that have not reported', () => {
    const leftOut = packageOf(registryState([WEST]))['未纳入名单/医院账号'] ?? [];

    expect(leftOut[0]?.[0]).toContain('共 1 行，列入医院账号信息 1 行，未列入 0 行');
    expect(leftOut.slice(2).map((row) => [row[1], row[4]])).toEqual([
      ['自贡市', '自贡市还没有报送附件2，或报送的内容尚未汇入'],
      ['甘孜州', '甘孜州还没有报送附件2，或报送的内容尚未汇入'],
    ]);
  });
});

it('the list of city administrators comes from 附件3', () => {
  const sheets = packageOf(registryState([registerRow({ form: LIAISON })]));

  expect(sheets['市级管理员账号名单/市级管理员账号']).toEqual([
    ['序号', '市（州）', '姓名', '工作单位', '职务', '手机号码', '邮箱'],
    ['1', ...LIAISON.columns.map((column) => GOOD_LIAISON[column.key])],
  ]);
});

describe('the check of contacts', () => {
  function verdicts(...people: readonly Readonly<Record<string, string>>[]): unknown[] {
    const rows = people.map((values, index) =>
      registerRow({ row: 5 + index, id: `r${index}`, values: { name: `医院${index + 1}`, ...values } }),
    );
    const sheet = packageOf(registryState(rows))['联系方式核对/医院账号'] ?? [];
    return sheet.slice(2).map((row) => [row[5], row[7], row[8]]);
  }
  const other = { dataManagerName: '王五', dataManagerPhone: '13912345699', dataManagerEmail: 'ww@example.org' };

  it('finds nothing to say about two people of their own', () => {
    expect(verdicts({}, other)).toEqual([
      ['可用', '可用', '是'],
      ['可用', '可用', '是'],
    ]);
  });

  it('points out a phone and mailbox shared by different people', () => {
    expect(
      verdicts({}, { ...other, dataManagerPhone: '13912345670', dataManagerEmail: 'ZhangSan@example.org' }),
    ).toEqual([
      ['与不同的人共用：医院2 王五，请核实', '与不同的人共用：医院2 王五，请核实', '是'],
      ['与不同的人共用：医院1 张三，请核实', '与不同的人共用：医院1 张三，请核实', '是'],
    ]);
  });

  it('notes one person who looks after two hospitals', () => {
    expect(verdicts({}, {})).toEqual([
      ['同一人也管理：医院2 张三', '同一人也管理：医院2 张三', '是'],
      ['同一人也管理：医院1 张三', '同一人也管理：医院1 张三', '是'],
    ]);
  });

  it('names what cannot be used', () => {
    expect(verdicts({ dataManagerPhone: '12345', dataManagerEmail: '' })).toEqual([
      ['格式不对，收不到账号', '没有可用的内容', '否'],
    ]);
  });
});
