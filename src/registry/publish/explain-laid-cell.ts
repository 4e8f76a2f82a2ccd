import { maskPersonalNumbers } from '../../rules/codes/mask.ts';
import { localTime } from '../../text/local-time.ts';
import type { RegisterRow, RowSource } from '../register.ts';
import { SEVERITY_WORDS } from './book-styles.ts';
import type { Edition } from './edition.ts';
import { laidText } from './laid-text.ts';
import type { LaidColumn, LaidSheet } from './lay-sheet.ts';
import { traceCell } from './trace-cell.ts';

/** A label and what there is to say. */
export interface ExplainedLine {
  readonly label: string;
  readonly text: string;
}

/** Where a data cell of a laid sheet comes from: mail, place, what was read, each change with its reason, its faults. */
export function explainLaidCell(
  laid: LaidSheet,
  column: LaidColumn,
  row: RegisterRow,
  index: number,
  edition: Edition,
): ExplainedLine[] {
  const { form } = laid;
  const label = form.columns.find((one) => one.key === form.label);
  const name = label ? edition.show(form, label, row).text : '';
  const unit = edition.unitOf(row.unit)?.short ?? row.unit;
  const about: ExplainedLine[] = [
    { label: '列', text: column.header },
    { label: '内容', text: laidText(laid, column, row, index, edition) || '（空）' },
    { label: '所在行', text: [unit, name].filter((part) => part !== '').join(' ') },
  ];
  const source = describeSource(row.source, edition);
  if (column.from.kind === 'number') return [...about, { label: '来历', text: '发布时按单位顺序重新编号' }, ...source];
  if (column.from.kind === 'open') return [...about, { label: '来历', text: '留给单位填写' }, ...source];
  const { key } = column.from.column;
  const field = row.fields[key];
  const changes = traceCell(form, column.from.column, row, edition);
  return [
    ...about,
    ...source,
    { label: '单元格', text: field === undefined || field.cell === '' ? '原表没有这一列' : field.cell },
    { label: '读到', text: describeRead(field) },
    ...(changes.length === 0 ? [{ label: '更改', text: '没有改动' }] : []),
    ...changes.map((change) => ({ label: '更改', text: `“${change.from}”→“${change.to}”：${change.why}` })),
    ...faultsOf(row, key, edition),
    ...row.copies.map((copy) => ({ label: '另见', text: joined(describeSource(copy, edition)) })),
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

function faultsOf(row: RegisterRow, key: string, edition: Edition): ExplainedLine[] {
  const mine = edition.findingsOf(row).filter(({ place }) => (place.key ?? '') === key || (place.key ?? '') === '');
  return mine.map(({ severity, text, remedy, code, waived }) =>
    waived
      ? { label: '已豁免', text: `${text}（${code}）：${waived.by}，${waived.reason}` }
      : { label: SEVERITY_WORDS[severity], text: `${text}（${code}）。${remedy}` },
  );
}

/** Mail, file, sheet and row of a source. */
export function describeSource(source: RowSource, edition: Edition): ExplainedLine[] {
  const message = edition.messageOf(source.message);
  return [
    { label: '邮件', text: source.eml || source.message.slice(0, 12) },
    ...(message
      ? [
          { label: '发件人', text: message.from },
          { label: '主题', text: message.subject },
        ]
      : []),
    { label: '收到', text: localTime(source.receivedAt, edition.campaign.timeZone) },
    { label: '文件', text: source.path || source.file },
    { label: '工作表', text: `${source.sheet} 第 ${source.row} 行` },
  ];
}

function joined(lines: readonly ExplainedLine[]): string {
  return lines
    .map((line) => line.text)
    .filter((text) => text !== '')
    .join('，');
}
