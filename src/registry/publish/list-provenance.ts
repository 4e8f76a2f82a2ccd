import { localTime } from '../../text/local-time.ts';
import type { RegisterRow, RowSource } from '../register.ts';
import type { LineOrigin, ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { traceCell } from './trace-cell.ts';

/**
 * Sheet 出处: for each row one line 整行 with the mail and place it was read from, then one line for each cell that
 * shows something else than what was read, with the rule or decision.
 */
export function listProvenance(laid: LaidSheet, edition: Edition): ListSheet {
  const lines: ListSheet['lines'][number][] = [];
  const origins: LineOrigin[] = [];
  for (const [index, row] of laid.rows.entries()) drawRow(laid, row, index + 1, edition, lines, origins);
  return {
    name: '出处',
    about: '每一行来自哪封邮件、哪个文件的哪一行；与原文不同的单元格另列一行，写明原文、现内容和依据。',
    columns: [
      { header: '序号', width: 7 },
      { header: '单位', width: 11 },
      { header: '名称', width: 26 },
      { header: '列', width: 20 },
      { header: '读到的原文', width: 24 },
      { header: '现内容', width: 24 },
      { header: '依据', width: 30 },
      { header: '发件人', width: 24 },
      { header: '邮件主题', width: 26 },
      { header: '收到时间', width: 17 },
      { header: '邮件文件', width: 18 },
      { header: '文件', width: 28 },
      { header: '工作表', width: 12 },
      { header: '行', width: 6 },
      { header: '单元格', width: 8 },
    ],
    lines,
    nothing: '还没有汇入任何一行。',
    tabColor: 'FF7F7F7F',
    originOf: (index) => origins[index],
  };
}

function drawRow(
  laid: LaidSheet,
  row: RegisterRow,
  number: number,
  edition: Edition,
  lines: ListSheet['lines'][number][],
  origins: LineOrigin[],
): void {
  const { form } = laid;
  const label = form.columns.find((column) => column.key === form.label);
  const unit = edition.unitOf(row.unit)?.short ?? row.unit;
  const head = [number, unit, label ? edition.show(form, label, row).text : ''] as const;
  const tail = describeSource(row.source, edition);
  const also = row.copies.map((copy) => describeCopy(copy, edition)).join('；');
  lines.push([...head, '整行', '', '', also === '' ? '' : `另见：${also}`, ...tail, row.source.row, '']);
  origins.push({ row, key: '', text: '这一行的出处' });
  for (const { from } of laid.columns) {
    if (from.kind !== 'column') continue;
    for (const change of traceCell(form, from.column, row, edition)) {
      const cell = row.fields[from.column.key]?.cell ?? '';
      lines.push([...head, from.column.header, change.from, change.to, change.why, ...tail, row.source.row, cell]);
      origins.push({ row, key: from.column.key, text: `对“${from.column.header}”的更改` });
    }
  }
}

function describeSource(source: RowSource, edition: Edition): readonly string[] {
  const message = edition.messageOf(source.message);
  return [
    message?.from ?? '',
    message?.subject ?? '',
    localTime(source.receivedAt, edition.campaign.timeZone),
    source.eml || source.message.slice(0, 12),
    source.path || source.file,
    source.sheet,
  ];
}

function describeCopy(source: RowSource, edition: Edition): string {
  const from = edition.messageOf(source.message)?.from ?? '';
  const parts = [from, source.path || source.file, source.sheet, `第 ${source.row} 行`];
  return parts.filter((part) => part !== '').join(' ');
}
