import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Derived } from '../../src/flows/derive.ts';
import { type CellExplainer, makeCellExplainer } from '../../src/flows/explain-cell.ts';
import { publish } from '../../src/flows/publish.ts';
import type { RegistryState } from '../../src/registry/register.ts';
import { parseDelimited } from '../../src/sheet/formats/parse-delimited.ts';
import { columnLetters } from '../../src/text/column-letters.ts';
import { UserError } from '../../src/text/user-error.ts';
import { inCampaign } from '../support/campaign.ts';
import { DECISION, findingAt, LIAISON, messageOutcome, registerRow, registryState } from '../support/registry-state.ts';

const ONE = registerRow({
  row: 7,
  fields: { prefecture: { raw: '成都' } },
  decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'decision-1' }],
});
const TWO = registerRow({
  unit: '510300',
  row: 5,
  id: 'two',
  message: 'b'.repeat(64),
  values: { prefecture: '自贡市', name: '=1+1 医院', medicineKind: '中医', dataManagerPhone: '', level: '5.1E+21' },
});
const PERSON = registerRow({ form: LIAISON, row: 4 });
const STATE = registryState([ONE, TWO, PERSON], {
  messages: [
    messageOutcome(),
    messageOutcome({ message: 'b'.repeat(64), eml: 'two.eml', subject: '自贡报送', unit: '510300' }),
  ],
  findings: [
    findingAt(TWO, 'dataManagerPhone', { severity: 'block', code: 'cell/required', text: '“手机号码”没有填写' }),
    findingAt(ONE, 'uscc', { severity: 'warning' }),
    findingAt(PERSON, 'phone', { severity: 'notice', applied: true }),
    findingAt(registerRow({ row: 99 }), 'name', { severity: 'error' }),
  ],
});
const EARLIER = registryState([
  registerRow({ row: 7, values: { name: '旧名医院' } }),
  registerRow({ id: 'gone', row: 9, values: { name: '撤并医院' } }),
]);

function derivedFrom(state: RegistryState, asOf = '2025-03-01T04:00:00.000Z'): Derived {
  return { state, readings: [], decisions: [DECISION], sent: [], asOf };
}

/** Every cell that holds something in the files under output/, as `file!sheet!A1`, with what a person reads there. */
async function cellsUnder(output: string): Promise<(readonly [address: string, shown: string])[]> {
  const cells: (readonly [string, string])[] = [];
  for (const file of readdirSync(output, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.startsWith('版本')) continue;
    const bytes = file.includes('.') ? readFileSync(join(output, file)) : Buffer.alloc(0);
    if (file.endsWith('.csv')) {
      const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
      let row = 0;
      parseDelimited(text, ',', (fields) => {
        row += 1;
        for (const [column, field] of fields.entries())
          if (field.text !== '') cells.push([`${file}!${columnLetters(column + 1)}${row}`, field.text]);
        return true;
      });
    }
    if (!file.endsWith('.xlsx')) continue;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    book.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.master === cell && cell.text !== '')
            cells.push([`${file}!${sheet.name}!${cell.address}`, cell.text]);
        });
      });
    });
  }
  return cells;
}

async function inPublished(use: (explain: CellExplainer, folder: string) => Promise<void>): Promise<void> {
  await inCampaign(async (campaign, tools, folder) => {
    await publish(campaign, tools, derivedFrom(EARLIER));
    const previous = readFileSync(join(folder, 'output', 'register.jsonl'));
    campaign.ledger.append('2025-03-01T04:00:00.000Z', [
      {
        type: 'message-received',
        message: 'b'.repeat(64),
        source: 'mail',
        occurrence: { kind: 'folder', name: 'two.eml' },
        receivedAt: '2025-03-01T04:00:00.000Z',
        size: 1,
      },
    ]);
    const derived = derivedFrom(STATE);
    expect((await publish(campaign, tools, derived)).version).toBe(2);
    await use(makeCellExplainer(campaign, derived, previous), folder);
  });
}

const AROUND: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['医院信息汇总表!A1', { 内容: '附件2', 来历: '附件号，取自表格定义 forms/hospital-roster.yaml' }],
  [
    '医院信息汇总表!A3',
    {
      内容: '填报单位（盖章）：四川省卫生健康委员会办公室',
      来历: '发文机关，取自 campaign.yaml 的 notice.issuer',
    },
  ],
  ['医院信息汇总表!H3', { 来历: '这一版所依据的最新一封邮件或一项决定的日期' }],
  ['分市核对/甘孜州.xlsx!医院信息汇总表!A3', { 内容: '填报单位（盖章）：甘孜藏族自治州卫生健康委员会' }],
  ['分市核对/甘孜州.xlsx!医院信息汇总表!A5', { 内容: '尚未收到本单位的这份表，请尽快报送。' }],
  ['分市核对/成都市!医院信息汇总表!N4', { 内容: '核对结果', 来历: '表头，发给单位核对时加的一列' }],
  ['西医!H1', { 来历: '表头，按名单设置 hqms.yaml 书写' }],
  ['变更记录!A3', { 内容: '修改', 来历: '与上一版相比修改', 邮件: 'one.eml' }],
  ['联系方式核对!医院账号!E3', { 内容: '13912345670', 说的是: '全省医院信息汇总表.xlsx 医院信息汇总表!L5' }],
  ['未纳入名单!医院账号!D3', { 说的是: '全省医院信息汇总表.xlsx 医院信息汇总表!E6' }],
  ['版本/2/全省医院信息汇总表.xlsx!出处!A3', { 来历: '这一行的出处' }],
];

const ASKED: readonly string[] = [
  '医院信息汇总表!E5',
  "'医院信息汇总表'!$E$5",
  '[全省医院信息汇总表.xlsx]医院信息汇总表!E5',
  '医院信息汇总表 e5',
  '医院信息汇总表！Ｅ５',
  'output/全省医院信息汇总表.xlsx!医院信息汇总表!E5',
  String.raw`output\全省医院信息汇总表.xlsx!医院信息汇总表!E5`,
  '附件2!E5',
];

const REFUSED: readonly (readonly [what: string, message: string, next: string])[] = [
  ['医院信息汇总!E5', '成果里没有名为', '医院信息汇总表!E17'],
  ['核对!E5', '成果里没有名为', '联系方式核对!E17'],
  ['待处理!C4', '成果里没有名为', 'mingce decide list'],
  ['退回/绵阳市/附件2（校验结果）.xlsx!校验结果!I6', '成果里没有名为', '问题清单!H3'],
  ['register.jsonl!A1', '成果里没有名为', 'source'],
  ['医院信息汇总表!E99', '在表格之外', '数据在第 5 至 6 行'],
  ['医院信息汇总表!ZZ5', '在表格之外', 'A 至 M'],
  ['出处!P3', '在表格之外', 'A 至 O'],
  ['分市核对/成都市.xlsx!医院信息汇总表!A9', '在表格之外', '数据在第 5 至 5 行'],
  ['医院信息汇总表!E5:E9', '看不懂单元格', '一次一格'],
  ['医院信息汇总表!E0', '看不懂单元格', '医院信息汇总表!E17'],
  ['医院信息汇总表!R5C5', '看不懂单元格', '医院信息汇总表!E17'],
  ['版本/1/全省医院信息汇总表.xlsx!出处!A3', '只能说明最新的第 2 版', 'output/版本/1/'],
];

function refusalOf(explain: CellExplainer, what: string): readonly string[] {
  try {
    return [explain(what).title];
  } catch (error) {
    return error instanceof UserError ? [error.message, error.nextStep] : [String(error)];
  }
}

describe('explain', () => {
  it('tells of every cell of every deliverable what stands in it and where it comes from', () =>
    inPublished(async (explain, folder) => {
      const cells = await cellsUnder(join(folder, 'output'));
      const files = new Set(cells.map(([address]) => address.split('!')[0]));
      expect(files.size).toBe(2 + 2 + 4 + 24);
      expect(cells.length).toBeGreaterThan(2_000);

      const wrong: unknown[] = [];
      for (const [address, shown] of cells) {
        const { title, lines } = explain(address);
        const content = lines.find(({ label }) => label === '内容')?.text;
        // The CSV begins what could run with an apostrophe.
        const written = address.includes('.csv!') ? shown.replace(/^'(?==)/, '') : shown;
        const known = lines.some(({ label, text }) => (label === '来历' || label === '单元格') && text !== '');
        if (content !== written || !known || title.includes('undefined')) wrong.push([address, shown, title, lines]);
      }
      expect(wrong).toEqual([]);
    }));

  it('tells of titles, headers, signing lines and lists as well', () =>
    inPublished((explain) => {
      for (const [what, wanted] of AROUND) {
        const lines = Object.fromEntries(
          explain(what)
            .lines.toReversed()
            .map(({ label, text }) => [label, text]),
        );
        expect({ what, ...lines }).toMatchObject({ what, ...wanted });
      }
      return Promise.resolve();
    }));

  it('is asked in several ways', () =>
    inPublished((explain) => {
      for (const what of ASKED)
        expect([what, explain(what).title]).toEqual([what, '全省医院信息汇总表.xlsx 医院信息汇总表!E5']);
      return Promise.resolve();
    }));

  it('tells of the other sheets that bear the name', () =>
    inPublished((explain) => {
      const noted = (what: string): string[] =>
        explain(what).lines.flatMap(({ label, text }) => (label === '同名' ? [text] : []));
      expect(noted('问题清单!H3')).toEqual([
        '全省市级联络员名单.xlsx里也有工作表“问题清单”；要看那里的，请写 全省市级联络员名单!问题清单!H3',
      ]);
      expect(noted('医院账号!A3')).toEqual([expect.stringContaining('HQMS/联系方式核对!医院账号!A3')]);
      expect(noted('问题（附件2）!A1')).toEqual([expect.stringContaining('等 23 个文件')]);
      expect(noted('医院信息汇总表!E5')).toEqual([]);
      return Promise.resolve();
    }));

  it('says what to write instead of what is no cell', () =>
    inPublished((explain) => {
      for (const [what, message, next] of REFUSED)
        expect([what, ...refusalOf(explain, what)]).toEqual([
          what,
          expect.stringContaining(message),
          expect.stringContaining(next),
        ]);
      return Promise.resolve();
    }));
});
