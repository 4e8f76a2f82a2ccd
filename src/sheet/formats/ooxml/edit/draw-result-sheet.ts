import { columnLetters } from '../../../../text/column-letters.ts';
import { lineCount } from '../../../../text/line-count.ts';
import type { MarkLine, MarkPlan } from '../../../mark.ts';
import type { EditedStyles } from './edit-styles.ts';
import { escapeXml } from './escape-xml.ts';
import type { MarkStyles } from './mark-styles.ts';

/** Hidden column that remembers which style each marked one came from. */
export const MEMORY_COLUMN = 12;
/** The programs stop at 65,530 links in a sheet. */
const MAX_LINKS = 65_000;
/** The reader knows the sheet by these when it comes back (sheet/read/name-other-sheet.ts). */
const HEADER = [
  '序号',
  '严重程度',
  '工作表',
  '单元格',
  '行',
  '列',
  '名称',
  '填写内容',
  '问题',
  '如何改正',
  '建议值',
] as const;
/** Said instead of an empty list. */
const NO_FAULTS = '没有需要修改的内容。';
const WIDTHS = [5.5, 9.5, 14, 8, 5.5, 17, 20, 20, 36, 36, 20] as const;
/** Points of a line of text at 10 points. */
const LINE_HEIGHT = 14;
const PADDING = 4;
const LINK_COLUMN = 4;
const SEVERITIES: Readonly<Record<MarkLine['severity'], string>> = {
  block: '必须修改',
  error: '必须修改',
  warning: '请核对',
  notice: '说明',
};

/** Styles of the sheet 校验结果. */
interface ResultStyles {
  readonly title: number;
  /** Lines above the table. */
  readonly line: number;
  readonly header: number;
  readonly text: number;
  readonly link: number;
}

/** XML of the sheet 校验结果: heading, then one line per fault with a link to its cell. Every value is text, never a formula. */
export function drawResultSheet(namespace: string, plan: MarkPlan, styles: EditedStyles, marks: MarkStyles): string {
  const look = resultStyles(styles);
  const rows: string[] = [];
  const top = plan.heading.length + 2;
  const heading = plan.heading.length === 0 ? ['校验结果'] : plan.heading;
  for (const [index, text] of heading.entries()) {
    const memory = index === 0 ? cellOf(MEMORY_COLUMN, 1, look.line, marks.memory()) : '';
    const style = index === 0 ? look.title : look.line;
    const height = (index === 0 ? 1.6 : lineCount(text, TOTAL_WIDTH)) * LINE_HEIGHT + PADDING;
    rows.push(rowOf(index + 1, `${cellOf(1, index + 1, style, text)}${memory}`, height));
  }
  const first = Math.max(top, heading.length + 2);
  rows.push(rowOf(first, HEADER.map((text, index) => cellOf(index + 1, first, look.header, text)).join(''), 20));
  const links: string[] = [];
  for (const [index, line] of plan.lines.entries()) {
    const row = first + 1 + index;
    rows.push(rowOf(row, lineCells(line, index + 1, row, look, marks), heightOf(line)));
    if (line.cell !== '' && links.length < MAX_LINKS) links.push(linkTo(line, row));
  }
  if (plan.lines.length === 0)
    rows.push(rowOf(first + 1, cellOf(1, first + 1, look.line, NO_FAULTS), LINE_HEIGHT + PADDING));
  const columns = WIDTHS.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const memory = `<col min="${MEMORY_COLUMN}" max="${MEMORY_COLUMN}" width="9" hidden="1"/>`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.join('')}${memory}</cols><sheetData>${rows.join('')}</sheetData>`,
    mergesOf(heading.length),
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>',
  ].join('');
}

const TOTAL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

/** High enough for the longest of its texts: programs do not fit rows by themselves when a file is opened. */
function heightOf(line: MarkLine): number {
  const lines = textsOf(line, 0).map((text, index) => lineCount(text, WIDTHS[index] ?? 10));
  return Math.min(400, Math.max(1, ...lines) * LINE_HEIGHT + PADDING);
}

function textsOf(line: MarkLine, number: number): string[] {
  return [
    String(number),
    SEVERITIES[line.severity],
    line.sheet,
    line.cell,
    line.row,
    line.column,
    line.name,
    line.seen,
    line.text,
    line.remedy,
    line.fix,
  ];
}

function lineCells(line: MarkLine, number: number, row: number, look: ResultStyles, marks: MarkStyles): string {
  const cells = textsOf(line, number).map((text, index) => {
    if (index === 1) return cellOf(2, row, marks.marked(look.text, line.severity), text);
    return cellOf(index + 1, row, index + 1 === LINK_COLUMN && text !== '' ? look.link : look.text, text);
  });
  return cells.join('');
}

function linkTo(line: MarkLine, row: number): string {
  const location = `'${line.sheet.replaceAll("'", "''")}'!${line.cell}`;
  return `<hyperlink ref="${columnLetters(LINK_COLUMN)}${row}" location="${escapeXml(location)}" display="${escapeXml(line.cell)}"/>`;
}

function rowOf(row: number, cells: string, height: number): string {
  return `<row r="${row}" ht="${height}" customHeight="1">${cells}</row>`;
}

function cellOf(column: number, row: number, style: number, text: string): string {
  const head = `<c r="${columnLetters(column)}${row}" s="${style}"`;
  if (text === '') return `${head}/>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, 32_767))}</t></is></c>`;
}

function mergesOf(headings: number): string {
  const merges = Array.from({ length: headings }, (_line, index) => `<mergeCell ref="A${index + 1}:K${index + 1}"/>`);
  return `<mergeCells count="${headings}">${merges.join('')}</mergeCells>`;
}

function resultStyles(styles: EditedStyles): ResultStyles {
  const p = styles.prefix;
  const font = (inner: string): number =>
    styles.add('fonts', `<${p}font>${inner.replaceAll('<', `<${p}`)}<${p}name val="宋体"/></${p}font>`);
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${p}${side} style="thin"/>`);
  const thin = styles.add('borders', `<${p}border>${sides.join('')}<${p}diagonal/></${p}border>`);
  const xf = (fontId: number, borderId: number): number => {
    const alignment = `<${p}alignment vertical="center" wrapText="1"/>`;
    const flags = 'applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"';
    return styles.add(
      'cellXfs',
      `<${p}xf numFmtId="49" fontId="${fontId}" fillId="0" borderId="${borderId}" ${flags}>${alignment}</${p}xf>`,
    );
  };
  return {
    title: xf(font('<b/><sz val="14"/>'), 0),
    line: xf(font('<sz val="10"/>'), 0),
    header: xf(font('<b/><sz val="11"/>'), thin),
    text: xf(font('<sz val="10"/>'), thin),
    link: xf(font('<u/><sz val="10"/><color rgb="FF0563C1"/>'), thin),
  };
}
