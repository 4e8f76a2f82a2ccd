import { buildMail, type SampleAttachment, type SampleMail } from './build-mail.ts';
import { drawWorkbook, ROSTER_HEADER, rosterRow, type SampleCell, type SampleSheet } from './draw-reply.ts';
import type { Hospital, SampleUnit } from './invent-province.ts';
import { unitMail, XLSX } from './story-tools.ts';

/** A folder of samples/: one nasty reply (or a few that belong together). */
export interface NastyReply {
  readonly folder: string;
  /** What is nasty about it, in Chinese; stands in expected.json. */
  readonly about: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export type Find = (short: string) => SampleUnit;

/** A reply from the unit's own address with attachments. */
export function reply(
  unit: SampleUnit,
  attachments: readonly SampleAttachment[],
  parts: Partial<SampleMail> = {},
): { name: string; bytes: Uint8Array } {
  const subject = parts.subject ?? `${unit.short}报送附件2 医院信息汇总表`;
  const mail = unitMail(unit, '02-20 10:00', { text: '附件2见附件。', ...parts, subject, attachments });
  return { name: '回复.eml', bytes: buildMail(mail) };
}

/** An attachment 附件2 made of sheets. */
export function workbook(
  sheets: readonly SampleSheet[],
  name = '附件2 医院信息汇总表.xlsx',
  type: Parameters<typeof drawWorkbook>[1] = 'xlsx',
): SampleAttachment {
  return { name, bytes: drawWorkbook(sheets, type), type: XLSX };
}

/** One sheet with the official header and rows. */
export function table(
  rows: readonly (readonly SampleCell[])[],
  header: readonly SampleCell[] = ROSTER_HEADER,
): SampleSheet {
  return { name: 'Sheet1', rows: [['附件2'], ['医院信息汇总表'], header, ...rows] };
}

/** Numbered rows of hospitals. */
export function numbered(hospitals: readonly Hospital[]): SampleCell[][] {
  return hospitals.map((hospital, index) => rosterRow(hospital, index + 1));
}

/** The hospitals with one cell of one row changed. */
export function changed(hospitals: readonly Hospital[], index: number, change: Partial<Hospital>): Hospital[] {
  return hospitals.map((hospital, at) => (at === index ? { ...hospital, ...change } : hospital));
}
