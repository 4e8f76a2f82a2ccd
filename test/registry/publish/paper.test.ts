import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadHqmsMapping } from '../../../src/forms/hqms-mapping.ts';
import type { RegisterChange } from '../../../src/registry/publish/diff-registers.ts';
import { drawHqmsBooks } from '../../../src/registry/publish/draw-hqms-books.ts';
import { drawRegisterBook } from '../../../src/registry/publish/draw-register-book.ts';
import { drawUnitBook } from '../../../src/registry/publish/draw-unit-book.ts';
import { selectLists } from '../../../src/registry/publish/select-lists.ts';
import type { BookPlan, SheetPlan } from '../../../src/sheet/book-plan.ts';
import { lineCount } from '../../../src/text/line-count.ts';
import {
  editionOfState,
  findingAt,
  LIAISON,
  ROSTER,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';

const LONG = registerRow({
  values: { prefecture: '阿坝藏族羌族自治州', name: '阿坝藏族羌族自治州人民医院（阿坝州第一人民医院）' },
});
const STATE = registryState([LONG, registerRow({ form: LIAISON })], {
  findings: [findingAt(LONG, 'uscc', { severity: 'error', text: '统一社会信用代码的校验位不符，至少有一位填错' })],
});
const MAPPING = loadHqmsMapping(readFileSync('templates/hqms.yaml', 'utf8'), 'templates/hqms.yaml', [ROSTER, LIAISON]);

function allBooks(): { readonly path: string; readonly plan: BookPlan }[] {
  const edition = editionOfState(STATE);
  const [unit] = edition.units;
  if (!unit) throw new Error('no unit');
  return [
    { path: ROSTER.register.fileName, plan: drawRegisterBook(ROSTER, edition, [], true) },
    { path: unit.short, plan: drawUnitBook(unit, edition) },
    ...drawHqmsBooks(MAPPING, selectLists(MAPPING, edition), edition),
  ];
}

/** Cells of bordered rows whose lines do not fit into the height of their row, at 12 points a line. */
function clipped({ name, rows, columns }: SheetPlan): string[] {
  return rows.flatMap((row, number) =>
    row.cells.flatMap((cell, place) => {
      if (cell?.value == null || /^(title|annex|line|blankLine)$/.test(cell.style ?? '')) return [];
      // A column is measured in letters of 11 points; lists are set in 10.
      const letters = (columns[place]?.width ?? 9) * (cell.style?.startsWith('list') ? 1.1 : 1);
      const lines = lineCount(String(cell.value), letters);
      return lines * 12 > (row.height ?? 15) ? [`${name} ${number + 1}：${cell.value}`] : [];
    }),
  );
}

describe('on paper', () => {
  it('every sheet is landscape, has page numbers and repeats its header', () => {
    for (const { path, plan } of allBooks()) {
      for (const { name, print } of plan.sheets) {
        expect([path, name, print]).toEqual([
          path,
          name,
          expect.objectContaining({
            orientation: 'landscape',
            footer: '第 &P 页，共 &N 页',
            repeatRows: expect.stringMatching(/^(\d):\1$/),
          }),
        ]);
      }
    }
  });

  it('no text is cut off by the height of its row', () => {
    for (const { path, plan } of allBooks())
      for (const sheet of plan.sheets) expect([path, clipped(sheet)]).toEqual([path, []]);
  });

  it('what a unit confirms fits on A4, its findings too, in its own words', () => {
    const plan = allBooks()[1]?.plan;
    expect(plan?.sheets.map(({ name, print }) => [name, print?.paper])).toEqual([
      ['医院信息汇总表', 'A4'],
      ['问题（附件2）', 'A4'],
      ['市级联络员名单', 'A4'],
      ['问题（附件3）', 'A4'],
    ]);
    const rows = plan?.sheets[1]?.rows.map((row) => row.cells.map((cell) => cell?.value));
    expect(rows?.[0]?.[0]).toContain('请改正后重新报送');
    expect(rows?.[1]).toContain('本表单元格');
    expect(rows?.[2]).toEqual(expect.arrayContaining(['E5', '错误', '待改']));
  });
});

const CHANGES: readonly RegisterChange[] = [
  { kind: 'added', name: '甲医院', values: [] },
  { kind: 'removed', name: '乙医院', values: [] },
  {
    kind: 'changed',
    name: '丙医院',
    values: [
      { key: 'grade', from: '乙等', to: '甲等' },
      { key: 'level', from: '二级', to: '三级' },
    ],
  },
].map((change) => ({
  ...(change as Pick<RegisterChange, 'kind' | 'name' | 'values'>),
  form: ROSTER.form,
  unit: '510100',
  unitName: '成都市',
  id: change.name,
  message: '',
}));

describe('变更记录', () => {
  it('tells 新增, 修改 and 删除 one by one, and sums them up', () => {
    const edition = editionOfState(STATE, { version: 2 });
    const sheet = drawRegisterBook(ROSTER, edition, CHANGES, false).sheets.find(({ name }) => name === '变更记录');
    const rows = sheet?.rows.map((row) => row.cells.map((cell) => cell?.value ?? ''));

    expect(rows?.[0]).toEqual(['第 2 版与第 1 版相比。新增 1 行，修改 1 行（2 处），删除 1 行。']);
    expect(rows?.slice(2).map((row) => row.slice(0, 6))).toEqual([
      ['新增', '成都市', '甲医院', '整行', '', ''],
      ['删除', '成都市', '乙医院', '整行', '', ''],
      ['修改', '成都市', '丙医院', '医疗机构等次(甲等、乙等、未定等)', '乙等', '甲等'],
      ['修改', '成都市', '丙医院', '医疗机构级别(三级、二级)', '二级', '三级'],
    ]);
  });
});
