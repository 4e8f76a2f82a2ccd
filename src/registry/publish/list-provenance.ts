import { localTime } from '../../text/local-time.ts';
import type { RegisterRow, RowSource } from '../register.ts';
import { type LineOrigin, type ListLine, type ListSheet, MOST_LINES } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import { type LaidRun, laidRuns } from './laid-runs.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { traceCell } from './trace-cell.ts';

/** A line with what it is about, for explain. */
interface Told {
  readonly line: ListLine;
  readonly origin: LineOrigin;
}

/**
 * Sheet 出处: for each row one line 整行 with the mail and place it was read from, then one line for each cell that
 * shows something else than what was read, with the rule or decision. `most` lines fit on a sheet.
 */
export function listProvenance(laid: LaidSheet, edition: Edition, most = MOST_LINES): ListSheet {
  const runs = laidRuns(laid, edition);
  // A sheet holds so many lines: where a register is very large, each unit has its share of them.
  const share = Math.max(1, Math.floor(most / Math.max(1, laid.rows.length)));
  const tell = (run: LaidRun): Told[] => tellRun(laid, run, run.rows.length * share);
  let known: Told[] | undefined;
  const all = (): Told[] => {
    known ??= runs.flatMap(tell);
    return known;
  };
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
    lines: () => all().map(({ line }) => line),
    sections: runs.map((run) => ({
      key: `${run.key} ${share}`,
      lines: () => tell(run).map(({ line }) => line),
    })),
    told: laid.rows.length,
    nothing: '还没有汇入任何一行。',
    tabColor: 'FF7F7F7F',
    originOf: (index) => all()[index]?.origin,
  };
}

/** The lines of a run: the 整行 of every row, and of the changes as many as fit. */
function tellRun(laid: LaidSheet, run: LaidRun, most: number): Told[] {
  const rows = run.rows.map((row, index) => tellRow(laid, row, run.start + index + 1, run.edition(row)));
  const all = rows.flat();
  if (all.length <= most) return all;
  let room = most - rows.length;
  return rows.flatMap(([whole, ...changes]) => {
    const shown = changes.slice(0, room);
    room -= shown.length;
    if (!whole || shown.length === changes.length) return whole ? [whole, ...shown] : [];
    const more = `另有 ${changes.length - shown.length} 处更改没有列出，请用 mingce explain 查看`;
    return [{ ...whole, line: whole.line.map((cell, at) => (at === WHY ? joined(cell, more) : cell)) }, ...shown];
  });
}

/** Position of the column 依据. */
const WHY = 6;

function joined(cell: ListLine[number], more: string): string {
  return typeof cell === 'string' && cell !== '' ? `${cell}；${more}` : more;
}

function tellRow(laid: LaidSheet, row: RegisterRow, number: number, edition: Edition): Told[] {
  const { form } = laid;
  const label = form.columns.find((column) => column.key === form.label);
  const unit = edition.unitOf(row.unit)?.short ?? row.unit;
  const head = [number, unit, label ? edition.show(form, label, row).text : ''] as const;
  const tail = describeSource(row.source, edition);
  const also = row.copies.map((copy) => describeCopy(copy, edition)).join('；');
  const whole: Told = {
    line: [...head, '整行', '', '', also === '' ? '' : `另见：${also}`, ...tail, row.source.row, ''],
    origin: { row, key: '', text: '这一行的出处' },
  };
  const changes = laid.columns.flatMap(({ from }) => {
    if (from.kind !== 'column') return [];
    const { column } = from;
    const cell = row.fields[column.key]?.cell ?? '';
    return traceCell(form, column, row, edition).map(
      (change): Told => ({
        line: [...head, column.header, change.from, change.to, change.why, ...tail, row.source.row, cell],
        origin: { row, key: column.key, text: `对“${column.header}”的更改` },
      }),
    );
  });
  return [whole, ...changes];
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
