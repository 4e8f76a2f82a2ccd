import { diffRegisters } from '../registry/publish/diff-registers.ts';
import { LIST_FIRST_ROW } from '../registry/publish/draw-list-sheet.ts';
import type { Edition } from '../registry/publish/edition.ts';
import { type ExplainedLine, explainLaidCell } from '../registry/publish/explain-laid-cell.ts';
import {
  type CellReference,
  findLaidSheet,
  findPlacedList,
  readCellReference,
} from '../registry/publish/find-laid-sheet.ts';
import { layDeliverables, listDeliverables, type PlacedList } from '../registry/publish/lay-deliverables.ts';
import { layRegister } from '../registry/publish/lay-register.ts';
import type { LaidSheet } from '../registry/publish/lay-sheet.ts';
import { registerLines } from '../registry/publish/register-lines.ts';
import { columnLetters } from '../text/column-letters.ts';
import { UserError } from '../text/user-error.ts';
import type { Derived } from './derive.ts';
import { editionOf } from './edition-of.ts';
import type { Explanation } from './explain-code.ts';
import { fingerprintOf } from './fingerprint.ts';
import { loadHqmsMapping } from './load-hqms-mapping.ts';
import type { Campaign } from './open-campaign.ts';
import { lastPublished } from './publish.ts';

/**
 * Where a cell of a deliverable comes from: mail, file, sheet, cell, what was read, each change with its rule or
 * decision, and what is wrong with it. Worked out from the layout that draws the deliverables, not from the file.
 * `previous` is register.jsonl of the version before. Throws UserError for a sheet or cell that does not exist.
 */
export function explainDeliverableCell(
  campaign: Campaign,
  derived: Derived,
  what: string,
  previous?: string,
): Explanation {
  const reference = readCellReference(what);
  if (!reference) throw new UserError(`看不懂单元格“${what}”`, '请写成 工作表!单元格，如 医院信息汇总表!E17。');
  const published = lastPublished(campaign);
  const version = published?.version ?? 1;
  const edition = editionOf(campaign, derived, version);
  const mapping = loadHqmsMapping(campaign);
  const sheets = layDeliverables(mapping, edition);
  const laid = findLaidSheet(reference.where, sheets);
  const warning =
    published && published.fingerprint === fingerprintOf(campaign)
      ? []
      : [{ label: '注意', text: '数据比最近一次发布的成果新，行号可能不同；请先运行 mingce publish。' }];
  if (laid) return withLines(explainTable(laid, reference, edition), warning);
  const changes = diffRegisters(previous, registerLines(edition));
  const list = findPlacedList(reference.where, listDeliverables(mapping, edition, changes, previous === undefined));
  if (list) return withLines(explainList(list, reference, edition), warning);
  throw unknownSheet(reference.where, sheets);
}

function withLines(explanation: Explanation, more: readonly ExplainedLine[]): Explanation {
  return { ...explanation, lines: [...explanation.lines, ...more] };
}

function titleOf(file: string, sheet: string, { row, column }: CellReference): string {
  return `${file}${sheet === '' ? '' : ` ${sheet}`}!${columnLetters(column)}${row}`;
}

function explainTable(laid: LaidSheet, reference: CellReference, edition: Edition): Explanation {
  const title = titleOf(laid.file, laid.sheet, reference);
  const column = laid.columns[reference.column - 1];
  if (!column) throw outside(title, laid.columns.length, laid.firstRow, laid.rows.length);
  const index = reference.row - laid.firstRow;
  const row = laid.rows[index];
  if (row) return { title, lines: explainLaidCell(laid, column, row, index, edition) };
  if (index >= 0) throw outside(title, laid.columns.length, laid.firstRow, laid.rows.length);
  const text =
    reference.row === laid.headerRow
      ? `表头“${column.header}”，取自表格定义 ${laid.form.form}`
      : '标题、填报单位和日期，不是报送的内容';
  return { title, lines: [{ label: '内容', text }] };
}

function explainList({ file, list }: PlacedList, reference: CellReference, edition: Edition): Explanation {
  const title = titleOf(file, list.name, reference);
  const column = list.columns[reference.column - 1];
  const index = reference.row - LIST_FIRST_ROW;
  const line = list.lines[index];
  if (!column || (index >= 0 && !line)) throw outside(title, list.columns.length, LIST_FIRST_ROW, list.lines.length);
  if (!line) return { title, lines: [{ label: '内容', text: `“${list.name}”的说明和表头` }] };
  const cell = line[reference.column - 1];
  const content = String(typeof cell === 'object' ? (cell.value ?? '') : (cell ?? ''));
  const origin = list.originOf(index);
  const about: ExplainedLine[] = [
    { label: '列', text: column.header },
    { label: '内容', text: content || '（空）' },
    ...(origin ? [{ label: '来历', text: origin.text }] : []),
  ];
  const { row, key } = origin ?? { row: undefined, key: '' };
  const form = edition.forms.find((one) => one.form === row?.form);
  if (!row || !form) return { title, lines: about };
  const laid = layRegister(form, edition);
  const at = laid.rows.indexOf(row);
  const own = laid.columns.find(({ from }) => from.kind === 'column' && from.column.key === (key || form.label));
  return { title, lines: own ? [...about, ...explainLaidCell(laid, own, row, at, edition)] : about };
}

function outside(title: string, columns: number, firstRow: number, rows: number): UserError {
  const where = rows === 0 ? '这张表还没有数据。' : `数据在第 ${firstRow} 至 ${firstRow + rows - 1} 行。`;
  return new UserError(`${title} 在表格之外`, `列为 A 至 ${columnLetters(columns)}；${where}`);
}

function unknownSheet(where: string, sheets: readonly LaidSheet[]): UserError {
  const names = [...new Set(sheets.map((sheet) => sheet.sheet || sheet.file))].slice(0, 5);
  return new UserError(
    `成果里没有名为“${where}”的表`,
    `可以写：${names.map((name) => `${name}!E17`).join('、')}，或 文件!工作表!单元格。`,
  );
}
