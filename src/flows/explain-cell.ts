import { SEVERITY_WORDS } from '../registry/publish/book-styles.ts';
import type { Edition } from '../registry/publish/edition.ts';
import { findLaidSheet, readCellReference } from '../registry/publish/find-laid-sheet.ts';
import { laidText } from '../registry/publish/laid-text.ts';
import { layDeliverables } from '../registry/publish/lay-deliverables.ts';
import type { LaidColumn, LaidSheet } from '../registry/publish/lay-sheet.ts';
import { traceCell } from '../registry/publish/trace-cell.ts';
import type { RegisterRow, RowSource } from '../registry/register.ts';
import { maskPersonalNumbers } from '../rules/codes/mask.ts';
import { columnLetters } from '../text/column-letters.ts';
import { localTime } from '../text/local-time.ts';
import { UserError } from '../text/user-error.ts';
import type { Derived } from './derive.ts';
import { editionOf } from './edition-of.ts';
import type { Explanation } from './explain-code.ts';
import { loadHqmsMapping } from './load-hqms-mapping.ts';
import type { Campaign } from './open-campaign.ts';

type Line = Explanation['lines'][number];

/**
 * Where a cell of a deliverable comes from: mail, file, sheet, cell, what was read, each change with its rule or
 * decision, and what is wrong with it. Worked out from the layout that draws the deliverables, not from the file.
 * Throws UserError for a sheet or cell that does not exist.
 */
export function explainDeliverableCell(campaign: Campaign, derived: Derived, what: string): Explanation {
  const edition = editionOf(campaign, derived, 1);
  const reference = readCellReference(what);
  if (!reference) throw new UserError(`看不懂单元格“${what}”`, '请写成 工作表!单元格，如 医院信息汇总表!E17。');
  const sheets = layDeliverables(loadHqmsMapping(campaign), edition);
  const laid = findLaidSheet(reference.where, sheets);
  if (!laid) {
    const names = [...new Set(sheets.map((sheet) => sheet.sheet || sheet.file))].slice(0, 6);
    throw new UserError(
      `成果里没有名为“${reference.where}”的表`,
      `可以写：${names.map((name) => `${name}!E17`).join('、')}，或“文件!工作表!单元格”。问题清单等其他工作表的每一行已写明出处。`,
    );
  }
  const title = `${laid.file}${laid.sheet === '' ? '' : ` ${laid.sheet}`}!${columnLetters(reference.column)}${reference.row}`;
  const column = laid.columns[reference.column - 1];
  if (!column) {
    throw new UserError(
      `${title} 在表格之外`,
      `这张表只有 ${laid.columns.length} 列（A 至 ${columnLetters(laid.columns.length)}）。`,
    );
  }
  const index = reference.row - laid.firstRow;
  const row = laid.rows[index];
  if (index < 0) return explainHead(title, reference.row, column, laid);
  if (!row) {
    throw new UserError(
      `${title} 在表格之外`,
      laid.rows.length === 0
        ? '这张表还没有数据。'
        : `这张表的数据在第 ${laid.firstRow} 至 ${laid.firstRow + laid.rows.length - 1} 行。`,
    );
  }
  return { title, lines: explainRow(laid, column, row, index, edition) };
}

function explainHead(title: string, row: number, column: LaidColumn, laid: LaidSheet): Explanation {
  const text =
    row === laid.headerRow
      ? `表头“${column.header}”，取自表格定义 ${laid.form.form}`
      : '标题和填报单位，不是报送的内容';
  return { title, lines: [{ label: '内容', text }] };
}

function explainRow(laid: LaidSheet, column: LaidColumn, row: RegisterRow, index: number, edition: Edition): Line[] {
  const { form } = laid;
  const unit = edition.unitOf(row.unit);
  const label = form.columns.find((one) => one.key === form.label);
  const name = label ? edition.show(form, label, row).text : '';
  const about: Line[] = [
    { label: '列', text: column.header },
    { label: '内容', text: laidText(laid, column, row, index, edition) || '（空）' },
    { label: '所在行', text: [unit?.short ?? row.unit, name].filter((part) => part !== '').join(' ') },
  ];
  const source = describeSource(row.source, edition);
  if (column.from.kind === 'number') return [...about, { label: '来历', text: '发布时按单位顺序重新编号' }, ...source];
  if (column.from.kind === 'open') return [...about, { label: '来历', text: '留给单位填写' }, ...source];
  const key = column.from.column.key;
  const field = row.fields[key];
  const changes = traceCell(form, column.from.column, row, edition);
  return [
    ...about,
    ...source,
    { label: '单元格', text: field === undefined || field.cell === '' ? '原表没有这一列' : field.cell },
    { label: '读到', text: describeRead(field) },
    ...(changes.length === 0
      ? [{ label: '更改', text: '没有改动' }]
      : changes.map((change) => ({ label: '更改', text: `“${change.from}”→“${change.to}”：${change.why}` }))),
    ...edition
      .findingsOf(row)
      .filter((finding) => (finding.place.key ?? '') === key || (finding.place.key ?? '') === '')
      .map((finding) => ({
        label: finding.waived ? '已豁免' : SEVERITY_WORDS[finding.severity],
        text: `${finding.text}（${finding.code}）${finding.waived ? `；豁免：${finding.waived.by}，${finding.waived.reason}` : `。${finding.remedy}`}`,
      })),
    ...row.copies.map((copy) => ({
      label: '另见',
      text: describeSource(copy, edition)
        .map((line) => line.text)
        .join('，'),
    })),
  ];
}

const STORED_WORDS: Readonly<Record<string, string>> = {
  blank: '空',
  text: '文本',
  number: '数值',
  boolean: '逻辑值',
  date: '日期',
  error: '错误值',
  formula: '公式结果',
};

function describeRead(field: RegisterRow['fields'][string] | undefined): string {
  if (!field || field.raw === '') return '（空）';
  const format = field.format === undefined ? '' : `，格式 ${field.format}`;
  return `“${maskPersonalNumbers(field.raw)}”（${STORED_WORDS[field.stored] ?? field.stored}${format}）`;
}

function describeSource(source: RowSource, edition: Edition): Line[] {
  const message = edition.messageOf(source.message);
  const zone = edition.campaign.timeZone;
  const mail = source.eml || source.message.slice(0, 12);
  const lines: Line[] = [{ label: '邮件', text: mail }];
  if (message) {
    lines.push({ label: '发件人', text: message.from }, { label: '主题', text: message.subject });
  }
  lines.push({ label: '收到', text: localTime(source.receivedAt, zone) });
  lines.push({ label: '文件', text: source.path || source.file });
  lines.push({ label: '工作表', text: `${source.sheet} 第 ${source.row} 行` });
  return lines;
}
