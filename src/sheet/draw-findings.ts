import { columnLetters } from '../text/column-letters.ts';
import { lineCount } from '../text/line-count.ts';
import type { CellPlan, RowPlan, SheetPlan, StylePlan } from './book-plan.ts';
import type { MarkLine } from './mark.ts';
import type { Fonts } from './official-styles.ts';

const FINDINGS_SHEET = '校验结果';

type Severity = MarkLine['severity'];

/** What people read for a severity. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  block: '必须修改',
  error: '必须修改',
  warning: '请核对',
  notice: '说明',
};

/** Fill of a marked cell. */
export const SEVERITY_FILLS: Readonly<Record<Severity, string>> = {
  block: 'FFFF9B9B',
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  notice: 'FFDDEBF7',
};

const COLUMNS = [
  { title: '序号', width: 6 },
  { title: '严重程度', width: 10 },
  { title: '工作表', width: 16 },
  { title: '单元格', width: 9 },
  { title: '行', width: 6 },
  { title: '列', width: 18 },
  { title: '名称', width: 24 },
  { title: '填写内容', width: 22 },
  { title: '问题', width: 44 },
  { title: '如何改正', width: 34 },
  { title: '建议值', width: 22 },
] as const;

const TALLEST = 200;

/** A line with the cell it leads to, where there is one in the workbook. */
export interface LinkedLine extends MarkLine {
  readonly target?: { readonly sheet: string; readonly cell: string };
}

/** Styles that the sheet of findings uses; to be merged into the styles of its workbook. */
export function findingsStyles(fonts: Fonts): Readonly<Record<string, StylePlan>> {
  const cell = {
    font: { name: fonts.body, size: 11 },
    border: 'thin',
    vertical: 'middle',
    wrap: true,
    format: '@',
  } as const;
  return {
    findingsTitle: { font: { name: fonts.head, size: 16 }, align: 'left', vertical: 'middle' },
    findingsLine: { font: { name: fonts.body, size: 12 }, align: 'left', vertical: 'middle', wrap: true },
    findingsHead: { ...cell, font: { name: fonts.head, size: 11 }, align: 'center', fill: 'FFF2F2F2' },
    findingsCell: { ...cell, align: 'left' },
    findingsCenter: { ...cell, align: 'center' },
    findingsLink: { ...cell, align: 'center', font: { ...cell.font, color: 'FF0563C1' } },
    'severity-block': { ...cell, align: 'center', fill: SEVERITY_FILLS.block },
    'severity-error': { ...cell, align: 'center', fill: SEVERITY_FILLS.error },
    'severity-warning': { ...cell, align: 'center', fill: SEVERITY_FILLS.warning },
    'severity-notice': { ...cell, align: 'center', fill: SEVERITY_FILLS.notice },
  };
}

/**
 * The sheet 校验结果: a heading and one line a finding, with a link to its cell. `lines` are in the order to be read in;
 * an empty list is said in words, never drawn as an empty table.
 */
export function drawFindings(heading: readonly string[], lines: readonly LinkedLine[]): SheetPlan {
  const last = columnLetters(COLUMNS.length);
  const headings = lines.length === 0 ? [...heading, '没有需要修改的内容。'] : heading;
  const headerRow = headings.length + 1;
  const rows: RowPlan[] = headings.map((text, index) => ({
    height: index === 0 ? 28 : 20,
    cells: [{ value: text, style: index === 0 ? 'findingsTitle' : 'findingsLine' }],
  }));
  if (lines.length > 0) {
    rows.push({ height: 26, cells: COLUMNS.map(({ title }) => ({ value: title, style: 'findingsHead' })) });
    for (const [index, line] of lines.entries()) rows.push(drawLine(index + 1, line));
  }
  return {
    name: FINDINGS_SHEET,
    tabColor: 'FFC00000',
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows,
    merges: headings.map((_, index) => `A${index + 1}:${last}${index + 1}`),
    ...(lines.length === 0
      ? {}
      : {
          freeze: { rows: headerRow, columns: 0 },
          autoFilter: `A${headerRow}:${last}${headerRow + lines.length}`,
        }),
    print: {
      paper: 'A4',
      orientation: 'landscape',
      footer: '第 &P 页，共 &N 页',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
      ...(lines.length === 0 ? {} : { repeatRows: `${headerRow}:${headerRow}` }),
    },
  };
}

function drawLine(number: number, line: LinkedLine): RowPlan {
  const { target } = line;
  const values = [
    String(number),
    SEVERITY_WORDS[line.severity],
    target?.sheet ?? line.sheet,
    target?.cell ?? line.cell,
    target ? target.cell.replace(/^[A-Z]+/, '') : line.row,
    line.column,
    line.name,
    line.seen,
    line.text,
    line.remedy,
    line.fix,
  ];
  const lines = values.map((value, index) => lineCount(value, COLUMNS[index]?.width ?? 1));
  const link = target ? { link: `'${target.sheet.replaceAll("'", "''")}'!${target.cell}` } : {};
  const cells = values.map((value, index): CellPlan => {
    if (index === 1) return { value, style: `severity-${line.severity}` };
    if (index === 3) return { value, style: target ? 'findingsLink' : 'findingsCenter', ...link };
    return { value, style: index === 0 || index === 4 ? 'findingsCenter' : 'findingsCell' };
  });
  return { height: Math.min(TALLEST, 6 + 16 * Math.max(...lines)), cells };
}
