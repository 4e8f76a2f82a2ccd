import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { CREDIT_CHARACTERS, hasCreditCheck } from '../../../src/rules/codes/credit-code.ts';
import type { BookPlan } from '../../../src/sheet/book-plan.ts';
import { writeBook } from '../../../src/sheet/formats/write-book.ts';
import { columnLetters } from '../../../src/text/column-letters.ts';
import { packageParts } from '../../support/check-package.ts';
import { checkXml, type XmlElement } from '../../support/check-xml.ts';
import { makeMobile, makeOrganizationCode, makeUscc, pick, type Random, seededRandom } from '../../support/codes.ts';
import { needProgram } from '../../support/need-program.ts';
import { saveWithLibreOffice } from '../../support/soffice.ts';
import { fieldsOf, officialForm, templatePlan } from '../../support/template-book.ts';

const ROSTER = officialForm('hospital-roster');
const KNOWN = fieldsOf({
  prefecture: '成都市',
  name: '示例市第一人民医院',
  organizationCode: '450712347',
  uscc: '12510100450712347E',
  category: '综合医院',
  dataManagerPhone: '13800138000',
});

describe.skipIf(!needProgram('soffice'))('a template in LibreOffice', () => {
  it('survives a save with its checks alive', async () => {
    const bytes = await writeBook(templatePlan(ROSTER, '510100', [KNOWN]));
    const saved = saveWithLibreOffice(bytes, 'xlsx');
    const parts = packageParts(saved);
    const sheet = checkXml(parts.get('xl/worksheets/sheet1.xml') ?? '');
    const named = (name: string) => sheet.filter((element) => element.name === name);
    const workbook = parts.get('xl/workbook.xml') ?? '';
    const before = checkXml(packageParts(bytes).get('xl/worksheets/sheet1.xml') ?? '');

    expect(validated(sheet)).toEqual(validated(before));
    expect(
      named('formula1')
        .filter(({ path }) => path.includes('dataValidation'))
        .map(({ text }) => text),
    ).toContain('L_CATEGORY');
    expect(named('cfRule')).toHaveLength(before.filter(({ name }) => name === 'cfRule').length);
    expect(named('autoFilter')[0]?.attributes['ref']).toBe('A4:M64');
    expect(named('sheetProtection')[0]?.attributes).toMatchObject({ sheet: 'true', insertRows: 'false' });
    for (const name of ['L_PREFECTURE', 'L_CATEGORY', 'A_CATEGORY', 'U_P', 'U_W', 'U_A'])
      expect(workbook).toContain(name);
    const read = XLSX.read(saved, { type: 'array', raw: true });
    expect(XLSX.utils.sheet_to_json(read.Sheets['_meta'] ?? {}, { header: 1 })[1]).toEqual(['unit', '510100']);
    expect(XLSX.utils.sheet_to_json<string[]>(read.Sheets['医院信息汇总表'] ?? {}, { header: 1 })[4]?.[4]).toBe(
      '12510100450712347E',
    );
  });

  it('paints wrong values red and right ones not', async () => {
    const random = seededRandom(7);
    const faults: readonly (readonly [string, string])[] = [
      ['name', ''],
      ['name', '另一个名称'],
      ['organizationCode', '12345678'],
      ['uscc', '12510100450712347F'],
      ['registrationNumber', '123'],
      ['medicineKind', '中西医'],
      ['medicineKind', '*'],
      ['category', '综合医院'],
      ['category', '综合'],
      ['level', '一级'],
      ['dataManagerPhone', '1380013800'],
      ['dataManagerPhone', '028-8555123'],
      ['dataManagerPhone', '1380013.001'],
      ['dataManagerEmail', 'wang.example.com'],
      ['dataManagerEmail', 'wang＠example.com'],
    ];
    const rows = faults.map(([key, value]) => ({ ...goodRow(random), [key]: value }));
    const twice = goodRow(random);
    const plan = templatePlan(
      ROSTER,
      '510100',
      [...rows, twice, { ...goodRow(random), uscc: twice['uscc'] ?? '' }].map(fieldsOf),
    );

    const red = await redColumns(plan, rows.length + 2);

    const wanted = faults.map(([key, value]) => {
      if (value === '另一个名称' || value === '综合医院') return [];
      // The organisation code beside it no longer fits either.
      return key === 'uscc' ? ['organizationCode', 'uscc'] : [key];
    });
    expect(red).toEqual([...wanted, ['uscc'], ['organizationCode', 'uscc']]);
  });

  it('judges credit codes as the rules do', async () => {
    const codes = probeCodes();
    const plan = templatePlan(ROSTER);
    const formula = ROSTER.columns.find(({ key }) => key === 'uscc')?.formula ?? '';
    const rows = codes.map((code, index) => {
      const cell = `A${index + 1}`;
      return {
        cells: [{ value: code }, { value: null, formula: `IFERROR(${formula.replaceAll('{cell}', cell)},FALSE)` }],
      };
    });
    const probe = { name: '探针', columns: [{ width: 24 }, { width: 9 }], rows };
    const bytes = await writeBook({ ...plan, sheets: [probe, ...plan.sheets.slice(1)] });
    const lines = saveWithLibreOffice(bytes, 'csv').toString('utf8').trim().split('\n');

    expect(lines.map((line) => /(TRUE|FALSE)\s*$/.exec(line)?.[1])).toEqual(
      codes.map((code) => (hasCreditCheck(code) ? 'TRUE' : 'FALSE')),
    );
  });
});

function goodRow(random: Random): Record<string, string> {
  const organizationCode = makeOrganizationCode(random);
  return {
    prefecture: '成都市',
    name: '测试县人民医院',
    organizationCode,
    uscc: makeUscc(random, { organizationCode }),
    registrationNumber: `${organizationCode}51010011A1001`,
    medicineKind: '西医',
    category: 'A100',
    level: '三级',
    grade: '甲等',
    dataManagerName: '王小明',
    dataManagerPhone: makeMobile(random),
    dataManagerEmail: 'wang@example.com',
  };
}

/** Keys of the columns that a conditional format of the first sheet paints, row by row, as LibreOffice calculates it. */
async function redColumns(plan: BookPlan, count: number): Promise<string[][]> {
  const [sheet, ...others] = plan.sheets;
  if (!sheet) return [];
  const highlights = sheet.highlights ?? [];
  const rows = sheet.rows.map((row, index) => {
    if (index < 4 || index >= 4 + count) return row;
    const formulas = highlights.map(({ formula }) => formula.replace(/(\$?[A-Z]{1,2})5(?!\d)/g, `$1${index + 1}`));
    return { cells: [...row.cells, ...formulas.map((formula) => ({ value: null, formula }))] };
  });
  const bytes = await writeBook({ ...plan, sheets: [{ ...sheet, rows }, ...others] });
  const book = XLSX.read(saveWithLibreOffice(bytes, 'csv').toString('utf8'), { type: 'string', raw: true });
  const lines = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
  return lines.slice(4, 4 + count).map((line) => {
    const red = highlights.filter((_, index) => line[ROSTER.columns.length + index] === 'TRUE');
    const letters = new Set(red.map(({ range }) => /^[A-Z]+/.exec(range)?.[0]));
    return ROSTER.columns.filter((_, index) => letters.has(columnLetters(index + 1))).map(({ key }) => key);
  });
}

/** Good codes with every kind of fault that a check character catches. */
function probeCodes(): string[] {
  const random = seededRandom(32_100);
  const good = Array.from({ length: 31 }, () => makeUscc(random));
  const bad = good.map((code, index) => {
    const at = 2 + (index % 15);
    const other = pick(
      random,
      Array.from(CREDIT_CHARACTERS).filter((character) => character !== code.charAt(at)),
    );
    return code.slice(0, at) + other + code.slice(at + 1);
  });
  const [one = ''] = good;
  return [
    ...good,
    ...bad,
    one.slice(1),
    `${one}0`,
    one.toLowerCase(),
    one.replace(/.$/, 'I'),
    ` ${one.slice(1)}`,
    '*',
    '',
  ];
}

function validated(sheet: readonly XmlElement[]): Set<string | undefined> {
  return new Set(sheet.filter(({ name }) => name === 'dataValidation').map(({ attributes }) => attributes['sqref']));
}

/** Values of one row, all good; its credit code and those built on it belong together. */
