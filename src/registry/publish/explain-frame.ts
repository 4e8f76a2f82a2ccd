import { columnLetters } from '../../text/column-letters.ts';
import { drawFormSheet } from './draw-form-sheet.ts';
import { footingOf } from './draw-unit-book.ts';
import type { Edition } from './edition.ts';
import type { ExplainedLine } from './explain-laid-cell.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { unitPart } from './unit-part.ts';

/** Rows of the official layout above its header. */
const TITLE_ROWS = 3;

/**
 * What stands around the rows of a laid sheet: annex, title, who reports and when, header, lines for signing. Undefined
 * for a cell that lies outside of the sheet.
 */
export function explainFrame(
  laid: LaidSheet,
  row: number,
  column: number,
  edition: Edition,
): ExplainedLine[] | undefined {
  const header = laid.columns[column - 1]?.header;
  if (header === undefined) return undefined;
  if (row === laid.headerRow) return told(header, `表头，${headerSource(laid, column)}`);
  if (row < laid.headerRow && laid.headerRow > TITLE_ROWS) return explainTitle(laid, row, column, edition);
  const footing = laid.unit ? footingOf(laid)[row - laid.firstRow - laid.rows.length] : undefined;
  return footing === undefined
    ? undefined
    : told(column === 1 ? footing : '', '表格下面给单位的说明和签字栏，每份核对表都一样');
}

function explainTitle(laid: LaidSheet, row: number, column: number, edition: Edition): ExplainedLine[] {
  const shown = laid.unit ? unitPart(edition, laid.unit.code).edition() : edition;
  const sheet = drawFormSheet({ ...laid, rows: [] }, shown, {
    reporter: laid.unit?.name ?? edition.issuer,
    notes: { left: 0 },
  });
  const cell = sheet.rows[row - 1]?.cells[column - 1];
  const content = String(cell?.value ?? '');
  return told(content, titleSource(laid, row, content));
}

function titleSource(laid: LaidSheet, row: number, content: string): string {
  const form = `forms/${laid.form.form}.yaml`;
  if (content === '') return '标题各行中空着的位置';
  if (row === 1) return `附件号，取自表格定义 ${form}`;
  if (row === 2) return `标题，取自表格定义 ${form}`;
  if (content.startsWith('填报日期'))
    return laid.unit ? '本单位最新一封邮件或一项决定的日期' : '这一版所依据的最新一封邮件或一项决定的日期';
  return laid.unit ? '单位全称，取自通讯录 units.xlsx' : '发文机关，取自 campaign.yaml 的 notice.issuer';
}

function headerSource(laid: LaidSheet, column: number): string {
  if (laid.file.startsWith('HQMS/')) return '按名单设置 hqms.yaml 书写';
  const isOwn = laid.columns[column - 1]?.from.kind === 'open';
  return isOwn ? '发给单位核对时加的一列' : `取自表格定义 forms/${laid.form.form}.yaml`;
}

function told(content: string, text: string): ExplainedLine[] {
  return [
    { label: '内容', text: content || '（空）' },
    { label: '来历', text },
  ];
}

/** `A5:N9` of a laid sheet, in words; for a person who pointed beside it. */
export function describeExtent(laid: LaidSheet): string {
  const last = columnLetters(laid.columns.length);
  const rows = laid.rows.length;
  const where = rows === 0 ? '还没有数据' : `数据在第 ${laid.firstRow} 至 ${laid.firstRow + rows - 1} 行`;
  return `这张表的列为 A 至 ${last}，${where}。`;
}
