import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Derived } from '../../src/flows/derive.ts';
import { explainDeliverableCell } from '../../src/flows/explain-cell.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import { planDeliverables } from '../../src/flows/plan-deliverables.ts';
import type { RegistryState } from '../../src/registry/register.ts';
import { wholeBytes } from '../../src/sheet/whole-bytes.ts';
import { inCampaign } from '../support/campaign.ts';
import { checkPackage, packageParts } from '../support/check-package.ts';
import { needProgram } from '../support/need-program.ts';
import {
  DECISION,
  findingAt,
  LIAISON,
  messageOutcome,
  ROSTER,
  registerRow,
  registryState,
} from '../support/registry-state.ts';
import { saveWithLibreOffice } from '../support/soffice.ts';

const FIRST = registerRow({
  row: 7,
  fields: { prefecture: { raw: '成都' }, uscc: { raw: '12510100450712347e', format: '@' } },
  decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'decision-1' }],
});
const SECOND = registerRow({
  unit: '510300',
  row: 5,
  message: 'b'.repeat(64),
  values: {
    prefecture: '自贡市',
    name: '=HYPERLINK("http://x.example","医院")',
    dataManagerPhone: '',
    medicineKind: '中医',
  },
});
const PERSON = registerRow({ form: LIAISON, row: 4 });
const STATE = registryState([FIRST, SECOND, PERSON], {
  messages: [
    messageOutcome(),
    messageOutcome({ message: 'b'.repeat(64), eml: 'two.eml', subject: '自贡报送', unit: '510300' }),
  ],
  findings: [
    findingAt(SECOND, 'dataManagerPhone', { severity: 'block', code: 'cell/required', text: '“手机号码”没有填写' }),
  ],
});

function derivedFrom(state: RegistryState): Derived {
  return {
    state,
    readings: [],
    decisions: [DECISION],
    sent: [],
    asOf: '2025-03-01T04:00:00.000Z',
  };
}

interface Drawn {
  readonly path: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

async function drawAll(...args: Parameters<typeof planDeliverables>): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const { path, key, draw } of planDeliverables(...args))
    drawn.push({ path, key, bytes: wholeBytes(await draw()) });
  return drawn;
}

function textOf(deliverables: readonly Drawn[], path: string): string {
  const found = deliverables.find((one) => one.path === path);
  if (!found) throw new Error(`${path} was not drawn`);
  if (!path.endsWith('.xlsx')) return Buffer.from(found.bytes).toString('utf8');
  return [...packageParts(found.bytes).values()].join('\n');
}

function hashes(deliverables: readonly Drawn[]): string[] {
  return deliverables.map(({ path, bytes }) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);
}

function explained(campaign: Campaign, what: string): Record<string, string[]> {
  const lines: Record<string, string[]> = {};
  for (const { label, text } of explainDeliverableCell(campaign, derivedFrom(STATE), what).lines)
    lines[label] = [...(lines[label] ?? []), text];
  return lines;
}

describe('the deliverables of a campaign', () => {
  it('are all there, sound, and the same bytes each time', () =>
    inCampaign(async (campaign) => {
      const deliverables = await drawAll(campaign, derivedFrom(STATE), 1, undefined);

      expect(deliverables.map((one) => one.path).filter((path) => !path.startsWith('分市核对/'))).toEqual([
        'register.jsonl',
        '全省医院信息汇总表.xlsx',
        '全省医院信息汇总表.csv',
        '全省市级联络员名单.xlsx',
        '全省市级联络员名单.csv',
        'HQMS/医院账号信息.xlsx',
        'HQMS/市级管理员账号名单.xlsx',
        'HQMS/未纳入名单.xlsx',
        'HQMS/联系方式核对.xlsx',
        'report/index.html',
      ]);
      expect(deliverables.filter((one) => one.path.startsWith('分市核对/'))).toHaveLength(24);
      for (const { path, bytes } of deliverables.filter((one) => one.path.endsWith('.xlsx')))
        expect([path, checkPackage(bytes)]).toEqual([path, []]);
      expect(hashes(await drawAll(campaign, derivedFrom(STATE), 1, undefined))).toEqual(hashes(deliverables));
    }));

  it('never hold a live formula and keep every digit', () =>
    inCampaign(async (campaign) => {
      const deliverables = await drawAll(campaign, derivedFrom(STATE), 1, undefined);
      const book = textOf(deliverables, '全省医院信息汇总表.xlsx');

      expect(book).not.toMatch(/<f[ >]/);
      expect(book).toContain('=HYPERLINK(');
      expect(book).toContain('<t>45071234751010411A1001</t>');
      expect(textOf(deliverables, '全省医院信息汇总表.csv')).toContain(`"'=HYPERLINK(""http://x.example""`);
    }));

  it('keep a row that blocks in the province workbook and out of the HQMS list, with the reason', () =>
    inCampaign(async (campaign) => {
      const deliverables = await drawAll(campaign, derivedFrom(STATE), 1, undefined);

      expect(textOf(deliverables, '全省医院信息汇总表.xlsx')).toContain('=HYPERLINK(');
      expect(textOf(deliverables, 'HQMS/医院账号信息.xlsx')).not.toContain('=HYPERLINK(');
      expect(textOf(deliverables, 'HQMS/未纳入名单.xlsx')).toContain('“手机号码”没有填写');
    }));

  it('tell what changed since the version before', () =>
    inCampaign(async (campaign) => {
      const before = await drawAll(campaign, derivedFrom(registryState([FIRST])), 1, undefined);
      const after = await drawAll(campaign, derivedFrom(STATE), 2, Buffer.from(textOf(before, 'register.jsonl')));

      expect(textOf(before, '全省医院信息汇总表.xlsx')).toContain('首次发布，没有上一版可比。');
      expect(textOf(after, '全省医院信息汇总表.xlsx')).toContain('第 2 版与第 1 版相比。');
      expect(textOf(after, '全省医院信息汇总表.xlsx')).toContain('<t>新增</t>');
      expect(textOf(after, '全省医院信息汇总表.xlsx')).not.toContain('<t>删除</t>');
    }));

  it('follow hqms.yaml of the campaign folder, and refuse a mistake in it', () =>
    inCampaign(async (campaign, _, folder) => {
      const mapping = `notIncluded: 例外
contacts: 核对
lists:
  - file: 名单
    title: 名单
    form: hospital-roster
    contact: { person: dataManagerName, phone: dataManagerPhone, email: dataManagerEmail }
    columns:
      - { header: YLJGMC, key: name }
      - { header: LBDM, key: KEY, write: code }
`;
      writeFileSync(join(folder, 'hqms.yaml'), mapping.replace('KEY', 'category'));
      const deliverables = await drawAll(campaign, derivedFrom(STATE), 1, undefined);

      expect(textOf(deliverables, 'HQMS/名单.xlsx')).toMatch(/<t>A100<\/t>.*<t>YLJGMC<\/t>.*<t>LBDM<\/t>/s);

      writeFileSync(join(folder, 'hqms.yaml'), mapping.replace('KEY', 'kind'));
      await expect(drawAll(campaign, derivedFrom(STATE), 1, undefined)).rejects.toThrow(
        /hqms\.yaml 第 10 行 .*没有名为 kind 的列/,
      );
    }));
});

const CELLS: readonly (readonly [string, Readonly<Record<string, readonly unknown[]>>])[] = [
  ['医院信息汇总表!B5', { 内容: ['成都市'], 读到: ['“成都”（文本）'], 更改: ['“成都”→“成都市”：按词表写成规范名称'] }],
  ['医院信息汇总表!E5', { 读到: ['“12510100450712347e”（文本，格式 @）'] }],
  [
    "'医院信息汇总表'!$J$5",
    { 内容: ['乙等'], 更改: [expect.stringContaining('人工决定：王五 2025-02-21，理由：证书为乙等')] },
  ],
  ['全省医院信息汇总表.xlsx!医院信息汇总表!L6', { 内容: ['（空）'], 阻断: [expect.stringContaining('cell/required')] }],
  ['output/全省医院信息汇总表.csv!C2', { 内容: ['示例市第一人民医院'] }],
  ['HQMS/医院账号信息.xlsx!西医!H2', { 内容: ['A100'], 更改: ['“综合医院”→“A100”：按表格要求写成代码'] }],
  ['分市核对/自贡市.xlsx!医院信息汇总表!B5', { 内容: ['自贡市'], 主题: ['自贡报送'] }],
  ['市级联络员名单!B5', { 内容: ['李四'], 单元格: ['B4'] }],
  ['问题清单!H3', { 列: ['问题', '医疗机构数据管理员手机号码'], 主题: ['自贡报送'] }],
  ['出处!E4', { 内容: ['成都', '成都市'] }],
  ['未纳入名单!E3', { 来历: [expect.stringContaining('“手机号码”没有填写')] }],
  ['医院信息汇总表!C4', { 内容: ['医疗机构名称'], 来历: [expect.stringContaining('forms/hospital-roster.yaml')] }],
];

const REFUSED: readonly (readonly [string, string])[] = [
  ['没有的表!E5', '成果里没有名为“没有的表”的表'],
  ['医院信息汇总表!E99', '医院信息汇总表!E99 在表格之外'],
  ['医院信息汇总表!ZZ5', '医院信息汇总表!ZZ5 在表格之外'],
  ['医院信息汇总表!第五行', '看不懂单元格'],
];

describe('explain', () => {
  it('tells the source of every column', () =>
    inCampaign((campaign) => {
      for (const [index, column] of ROSTER.columns.entries()) {
        const letter = String.fromCharCode(65 + index);
        const lines = explained(campaign, `全省医院信息汇总表!${letter}5`);

        expect(lines).toMatchObject({
          列: [column.header],
          邮件: ['one.eml'],
          发件人: ['wjw@example.org'],
          主题: ['报送医院信息汇总表'],
          文件: ['报送.zip!汇总表.xlsx'],
          工作表: ['Sheet1 第 7 行'],
        });
        expect(lines['单元格']).toEqual(column.key === 'sequence' ? undefined : [`${letter}7`]);
      }
      return Promise.resolve();
    }));

  it('tells what was read, every change with its reason, and what is wrong', () =>
    inCampaign((campaign) => {
      for (const [what, wanted] of CELLS)
        expect({ what, ...explained(campaign, what) }).toMatchObject({ what, ...wanted });
      return Promise.resolve();
    }));

  it('refuses what is no cell of a deliverable, and says what to write instead', () =>
    inCampaign((campaign) => {
      for (const [what, message] of REFUSED) expect(() => explained(campaign, what)).toThrow(message);
      return Promise.resolve();
    }));
});

describe.skipIf(!needProgram('soffice'))('LibreOffice', () => {
  it('opens the province workbook and reads the codes digit by digit', () =>
    inCampaign(async (campaign) => {
      const [, book] = await drawAll(campaign, derivedFrom(STATE), 1, undefined);
      const csv = saveWithLibreOffice(book?.bytes ?? new Uint8Array(), 'csv').toString('utf8');

      expect(csv.split('\n')[4]).toBe(
        '1,成都市,示例市第一人民医院,450712347,12510100450712347E,45071234751010411A1001,西医,综合医院,三级,乙等,张三,13912345670,zhangsan@example.org',
      );
      expect(csv).toContain('=HYPERLINK(');
    }));
});
