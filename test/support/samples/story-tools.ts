import type { SampleAttachment, SampleMail } from './build-mail.ts';
import { liaisonBook, rosterBook } from './draw-reply.ts';
import type { SampleUnit } from './invent-province.ts';

/** A mail of the sample mailbox; the name is that of its .eml file. */
export interface StoryMail {
  readonly name: string;
  readonly mail: SampleMail;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const XLS = 'application/vnd.ms-excel';

/** 附件2 as an attachment. */
export function rosterFile(unit: SampleUnit, name = `附件2 医院信息汇总表（${unit.short}）.xlsx`): SampleAttachment {
  return { name, bytes: rosterBook(unit.hospitals, `${unit.short}卫生健康委员会`), type: XLSX };
}

/** 附件3 as an attachment. */
export function liaisonFile(unit: SampleUnit, name = `附件3 市级联络员名单（${unit.short}）.xlsx`): SampleAttachment {
  return { name, bytes: liaisonBook(unit.liaison), type: XLSX };
}

/** A mail of the unit's own address; day such as `01-16 09:12` of 2025 in China. */
export function unitMail(
  unit: SampleUnit,
  day: string,
  parts: Pick<SampleMail, 'subject' | 'text'> & Partial<SampleMail>,
): SampleMail {
  const date = new Date(`2025-${day.replace(' ', 'T')}:00+08:00`).toISOString();
  const messageId = `${date.replace(/\D/g, '').slice(0, 12)}.${unit.code.toLowerCase()}@weijian.test`;
  return { from: unit.email, fromName: `${unit.short}卫健委医政科`, date, messageId, ...parts };
}
