import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markOoxml } from '../../../../src/sheet/formats/ooxml/mark-ooxml.ts';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import type { MarkPlan } from '../../../../src/sheet/mark.ts';
import { needProgram } from '../../../support/need-program.ts';
import { brokenParts, changedParts, fillsByCell, lostElements, partsOf } from './compare-packages.ts';
import { markKinds } from './mark-kinds.ts';

const PLAN: MarkPlan = {
  heading: ['校验结果'],
  cells: ['B4', 'F40'].map((cell) => ({ sheet: '附件2', cell, severity: 'error', comment: `${cell} 有误` })),
  lines: [],
};

const XLSXWRITER = `
import sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet('附件2')
sheet.write_row('A1', ['名称', '代码'])
sheet.write_row('A2', ['某院', '061883855', 3])
sheet.write_comment('A2', '旧批注')
sheet.conditional_format('C2:C9', {'type': 'data_bar', 'data_bar_2010': True})
sheet.add_sparkline('D2', {'range': "'附件2'!C2:C9"})
sheet.add_table('H1:I3')
sheet.insert_button('K2', {'caption': 'x'})
chart = book.add_chart({'type': 'column'})
chart.add_series({'values': "='附件2'!$C$2:$C$9"})
sheet.insert_chart('E10', chart)
book.set_custom_property('unit', '510100')
book.close()
`;

const OPENPYXL = `
import sys, openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '附件2'
sheet.append(['名称', '代码'])
sheet.append(['某院', '061883855', 3])
sheet['A2'].comment = Comment('旧批注', '某人')
chart = BarChart()
chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=2))
sheet.add_chart(chart, 'E10')
rule = DataValidation(type='list', formula1='"甲,乙"')
sheet.add_data_validation(rule)
rule.add('B2:B99')
book.save(sys.argv[1])
`;

const READ_BACK = `
import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])['附件2']
for cell in ('B4', 'F40'):
    print(sheet[cell].fill.fgColor.rgb, sheet[cell].comment.text)
`;

/** Debian's Python, where the packages are; the first one on the path may be another. */
function pythonWith(module: string): boolean {
  if (spawnSync('/usr/bin/python3', ['-c', `import ${module}`]).status === 0) return true;
  if (process.env['MINGCE_CI'] === '1') throw new Error(`python3-${module} is not installed; .ci/run installs it`);
  process.stderr.write(`skipped: python3-${module} is not installed\n`);
  return false;
}

function python(script: string, ...values: readonly string[]): string {
  const run = spawnSync('/usr/bin/python3', ['-W', 'ignore', '-c', script, ...values], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mark-foreign-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that went wrong when a file was marked. */
function faultsOf(bytes: Uint8Array): string[] {
  const marked = markOoxml(bytes, PLAN);
  if (!marked.ok) return [marked.refusal.text];
  const before = partsOf(bytes);
  const after = partsOf(marked.bytes);
  const fills = fillsByCell(after);
  const again = markOoxml(marked.bytes, PLAN);
  return [
    ...changedParts(before, after),
    ...lostElements(before, after),
    ...brokenParts(before, after),
    ...['B4', 'F40'].filter((cell) => fills.get(cell)?.includes('FFFFC7CE') !== true),
    ...(again.ok && Buffer.from(again.bytes).equals(Buffer.from(marked.bytes)) ? [] : ['piles up']),
  ];
}

describe.skipIf(!pythonWith('xlsxwriter') || !pythonWith('openpyxl'))('files of Python libraries', () => {
  it.each([
    ['XlsxWriter with chart, sparkline, data bar, table and button', XLSXWRITER],
    ['openpyxl with chart, comment and validation', OPENPYXL],
  ])('%s', (_what, script) => {
    const file = join(folder, 'foreign.xlsx');
    python(script, file);
    expect(faultsOf(readFileSync(file))).toEqual([]);
  });

  it('openpyxl finds our fills and comments', () => {
    const file = join(folder, 'marked.xlsx');
    python(OPENPYXL, file);
    const marked = markOoxml(readFileSync(file), PLAN);
    writeFileSync(file, marked.ok ? marked.bytes : '');
    expect(python(READ_BACK, file)).toBe('FFFFC7CE 【名册校验】B4 有误\nFFFFC7CE 【名册校验】F40 有误\n');
  });
});

describe.skipIf(!needProgram('soffice'))('files that went through LibreOffice', () => {
  function throughOffice(bytes: Uint8Array): Buffer {
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    spawnSync('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      out,
      join(folder, 'in.xlsx'),
    ]);
    return readFileSync(join(out, 'in.xlsx'));
  }

  it('a template saved by it is marked without loss; its marks survive being saved again and are taken off', async () => {
    const [, template] = (await markKinds())[0] ?? [];
    const saved = throughOffice(template ?? new Uint8Array());
    expect(faultsOf(saved)).toEqual([]);
    const marked = markOoxml(saved, PLAN);
    const returned = throughOffice(marked.ok ? marked.bytes : new Uint8Array());
    const decoded = readOoxml(returned);
    expect(decoded).toMatchObject({ ok: true, workbook: { grids: [{ name: '校验结果' }, { name: '附件2' }, {}] } });
    const clean = markOoxml(returned, { heading: ['全部正确'], cells: [], lines: [] });
    const parts = partsOf(clean.ok ? clean.bytes : new Uint8Array());
    const sheets = readOoxml(clean.ok ? clean.bytes : new Uint8Array());
    expect(sheets).toMatchObject({ ok: true, workbook: { grids: [{ name: '校验结果' }, { name: '附件2' }, {}] } });
    const before = fillsByCell(partsOf(returned), 'xl/worksheets/sheet2.xml');
    expect(before.get('B4')).toContain('FFFFC7CE');
    expect(fillsByCell(parts, 'xl/worksheets/sheet2.xml').get('B4')).not.toContain('FFFFC7CE');
    const left = [...parts].filter(([name, content]) => /comments/u.test(name) && content.includes('有误'));
    expect(left.map(([name]) => name)).toEqual([]);
  });
});
