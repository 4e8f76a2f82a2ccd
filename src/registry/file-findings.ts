import { findRule } from '../rules/catalogue.ts';
import { composeFinding } from '../rules/compose-finding.ts';
import type { Place } from '../rules/finding.ts';
import { fileNotRead } from '../rules/registry/file-not-read.ts';
import { readingOther } from '../rules/registry/reading-other.ts';
import type { Severity } from '../rules/rule.ts';
import type { CampaignFacts } from './campaign.ts';
import type { RowFinding } from './judge-form.ts';
import { leavesOf } from './leaves-of.ts';
import type { FileReading, MessageReading } from './reading.ts';
import { severitiesOf } from './severities-of.ts';
import type { Submission } from './submission.ts';

/** Files that go with a table as a rule: a stamped scan, a covering letter. */
const COMPANIONS = /^file\/(?:pdf|picture|no-table|not-workbook|rtf|ofd|presentation|media|web-archive|empty)/;

/**
 * What lay beside the tables of a mail that was taken and could not be used: refused files, links, blank tables. So that
 * nothing vanishes behind a good table. Mails without a table have a state of their own.
 */
export function fileFindings(
  readings: readonly MessageReading[],
  submissions: readonly Submission[],
  campaign: CampaignFacts,
): RowFinding[] {
  const units = new Map<string, string>();
  for (const one of submissions) if (one.state === 'accepted') units.set(one.message, one.unit);
  return readings.flatMap((reading) => {
    const unit = units.get(reading.message);
    if (unit === undefined) return [];
    return [
      ...leavesOf(reading).flatMap((file) => findingsOf(file, reading, unit, campaign)),
      ...reading.links.flatMap((link) =>
        notRead(link.name || link.url, '只有网盘链接，没有附件', '请直接作为附件发送', 'warning', {
          place: placeOf(reading),
          unit,
          campaign,
        }),
      ),
    ];
  });
}

interface Where {
  readonly place: Place;
  readonly unit: string;
  readonly campaign: CampaignFacts;
}

function findingsOf(file: FileReading, reading: MessageReading, unit: string, campaign: CampaignFacts): RowFinding[] {
  const where: Where = { place: { ...placeOf(reading), file: file.name, path: file.path }, unit, campaign };
  if (file.refusal) {
    const { code, text, ask } = file.refusal;
    return notRead(file.name, text, ask, COMPANIONS.test(code) ? 'notice' : 'error', where);
  }
  if (file.fate === 'no-table')
    return notRead(file.name, '没有找到通知要求的表格', '请填在所附模板上重新发送', 'notice', where);
  // Rows are unpacked when they are asked for: only where there is something to tell.
  const blank = file.tables.filter((table) => table.faults.length > 0 && table.rows.length === 0);
  return blank.flatMap((table) => blankTable(file, table, isFilled(reading, table.form), where));
}

/** Whoever sends the filled table and our blank one again has not mistaken the file. */
function isFilled(reading: MessageReading, form: string): boolean {
  return reading.files.some(({ tables }) => tables.some((table) => table.form === form && table.rows.length > 0));
}

function blankTable(
  file: FileReading,
  table: FileReading['tables'][number],
  isBeside: boolean,
  where: Where,
): RowFinding[] {
  return table.faults.flatMap((seen): RowFinding[] => {
    const fault = isBeside && seen.code === 'table/empty' ? { ...seen, severity: 'notice' as const } : seen;
    const severities = severitiesOf(fault.code, where.campaign);
    if (!severities) return [];
    const place = { ...where.place, sheet: table.sheet, path: file.path };
    const context = { place, header: '', form: table.form, unit: where.unit, ...severities };
    return [{ row: '', finding: composeFinding(findRule(fault.code) ?? readingOther, fault, context) }];
  });
}

function notRead(seen: string, why: string, ask: string, severity: Severity, where: Where): RowFinding[] {
  const severities = severitiesOf(fileNotRead.code, where.campaign);
  if (!severities) return [];
  const fault = { column: '', seen, severity, detail: { why, ask } };
  const context = { place: where.place, header: '', unit: where.unit, ...severities };
  return [{ row: '', finding: composeFinding(fileNotRead, fault, context) }];
}

function placeOf({ message, eml }: MessageReading): Place {
  return eml === '' ? { message } : { message, eml };
}
