import type { Form } from '../../forms/form.ts';
import type { Finding } from '../../rules/finding.ts';
import { columnLetters } from '../../text/column-letters.ts';
import { SEVERITY_WORDS } from './book-styles.ts';
import type { ListLine, ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { rowKey, rowKeyOfFinding } from './row-key.ts';

/** A sheet opens slowly with more hyperlinks than this, and takes 65,530 at most. */
const MOST_LINKS = 2_000;

const COLUMNS: ListSheet['columns'] = [
  { header: '序号', width: 6 },
  { header: '单位', width: 10 },
  { header: '名称', width: 24 },
  { header: '汇总表单元格', width: 9 },
  { header: '列', width: 15 },
  { header: '填写内容', width: 22 },
  { header: '严重程度', width: 8 },
  { header: '问题', width: 36 },
  { header: '改法', width: 36 },
  { header: '建议值', width: 20 },
  { header: '处理', width: 10 },
  { header: '邮件主题', width: 22 },
  { header: '文件', width: 22 },
  { header: '工作表', width: 11 },
  { header: '行', width: 6 },
  { header: '单元格', width: 8 },
  { header: '问题代码', width: 20 },
];

/** The gravest first: a few errors must not be looked for among many notices. */
const WEIGHT: Readonly<Record<Finding['severity'], number>> = { block: 0, error: 1, warning: 2, notice: 3 };

/** Sheet 问题清单 of a form: every finding about it, by severity, then in the order of units, of the register, of columns. */
export function listFindings(laid: LaidSheet, findings: readonly Finding[], edition: Edition): ListSheet {
  const units = new Set(findings.map((finding) => finding.unit));
  const rowNumbers = new Map(
    laid.rows.flatMap((row, index) =>
      units.has(row.unit) ? [[rowKey(row.form, row.source), laid.firstRow + index] as const] : [],
    ),
  );
  const positions = new Map(
    laid.columns.flatMap(({ from }, index) => (from.kind === 'column' ? [[from.column.key, index + 1] as const] : [])),
  );
  const placed = findings.map((finding, index) => ({
    finding,
    index,
    weight: WEIGHT[finding.severity],
    unit: edition.unitOf(finding.unit ?? '')?.order ?? Number.MAX_SAFE_INTEGER,
    row: rowNumbers.get(rowKeyOfFinding(finding) ?? '') ?? Number.MAX_SAFE_INTEGER,
    column: positions.get(finding.place.key ?? '') ?? 0,
  }));
  placed.sort(
    (a, b) => a.weight - b.weight || a.unit - b.unit || a.row - b.row || a.column - b.column || a.index - b.index,
  );
  return {
    name: '问题清单',
    about: `${laid.form.register.title}的全部问题：阻断、错误须由单位改正，警告须人工看一眼，提示为已处理或仅供知悉。`,
    columns: COLUMNS,
    lines: () => placed.map(({ finding, row, column }, index) => drawLine(finding, index, row, column, laid, edition)),
    nothing: '没有发现问题。',
    tabColor: 'FFC00000',
    originOf: (index) => {
      const line = placed[index];
      if (!line) return undefined;
      const { finding, row } = line;
      const text = `${SEVERITY_WORDS[finding.severity]}：${finding.text}（${finding.code}）。${finding.remedy}`;
      return { row: laid.rows[row - laid.firstRow], key: finding.place.key ?? '', text };
    },
  };
}

/** Columns that a unit needs of the list of its own findings, as it reads them; they fit on A4. */
const UNIT_COLUMNS: Readonly<Record<string, ListSheet['columns'][number]>> = {
  序号: { header: '序号', width: 6 },
  名称: { header: '名称', width: 22 },
  汇总表单元格: { header: '本表单元格', width: 9 },
  列: { header: '列', width: 15 },
  填写内容: { header: '填写内容', width: 20 },
  严重程度: { header: '严重程度', width: 8 },
  问题: { header: '问题', width: 36 },
  改法: { header: '改法', width: 36 },
  建议值: { header: '建议值', width: 18 },
  处理: { header: '处理', width: 10 },
  工作表: { header: '报送的工作表', width: 11 },
  单元格: { header: '报送的单元格', width: 9 },
};

/** The same list as the unit itself reads it. */
export function listFindingsForUnit(laid: LaidSheet, findings: readonly Finding[], edition: Edition): ListSheet {
  const list = listFindings(laid, findings, edition);
  const kept = list.columns.flatMap(({ header }, index) => {
    const column = UNIT_COLUMNS[header];
    return column ? [{ column, index }] : [];
  });
  return {
    ...list,
    about: `${laid.form.register.title}的问题：阻断、错误请改正后重新报送，警告请核对，提示已处理或仅供知悉。`,
    columns: kept.map(({ column }) => column),
    lines: () => list.lines().map((line) => kept.map(({ index }) => line[index] ?? '')),
  };
}

function drawLine(
  finding: Finding,
  index: number,
  row: number,
  column: number,
  laid: LaidSheet,
  edition: Edition,
): ListLine {
  const { place, severity } = finding;
  const address = row === Number.MAX_SAFE_INTEGER ? '' : `${columnLetters(Math.max(1, column))}${row}`;
  const subject = place.message === undefined ? '' : (edition.messageOf(place.message)?.subject ?? '');
  return [
    index + 1,
    edition.unitOf(finding.unit ?? '')?.short ?? finding.unit ?? '',
    finding.name ?? '',
    address === '' || index >= MOST_LINKS
      ? address
      : { value: address, style: 'list', link: `'${laid.sheet.replaceAll("'", "''")}'!${address}` },
    place.column ?? '',
    finding.seen,
    { value: SEVERITY_WORDS[severity], style: severity === 'notice' ? 'listCenter' : `list-${severity}` },
    finding.text,
    finding.remedy,
    finding.fix ?? '',
    handling(finding, address),
    subject || (place.eml ?? ''),
    place.path ?? place.file ?? '',
    place.sheet ?? '',
    place.row ?? '',
    place.cell ?? '',
    finding.code,
  ];
}

function handling(finding: Finding, address: string): string {
  if (finding.waived) return `已豁免：${finding.waived.reason}`;
  if (finding.applied === true) return '已自动改正';
  if (finding.severity === 'notice') return '仅供知悉';
  return address === '' && finding.place.row !== undefined ? '未进入汇总表' : '待改';
}

/** Findings told in the book of a form; those about a mail or an unknown form are told in the first form's book. */
export function findingsOfForm(form: Form, edition: Edition): readonly Finding[] {
  const isFirst = edition.forms[0]?.form === form.form;
  const known = new Set(edition.forms.map((one) => one.form));
  return edition.state.findings.filter((finding) =>
    finding.form !== undefined && known.has(finding.form) ? finding.form === form.form : isFirst,
  );
}
