import type { RegisterRow } from '../registry/register.ts';
import type { Finding } from '../rules/finding.ts';
import { derive } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

/** What can be looked at, in the order of the help text. */
export const SUBJECTS = [
  'messages',
  'files',
  'submissions',
  'findings',
  'register',
  'units',
  'events',
  'questions',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One object a line; keys are English and stable (see README, JSON). */
export async function show(campaign: Campaign, subject: Subject, tools: Tools): Promise<Record<string, unknown>[]> {
  if (subject === 'units') return campaign.units.map((unit) => ({ ...unit }));
  if (subject === 'events')
    return campaign.ledger
      .events()
      .map((event) => ({ sequence: event.sequence, at: event.at, hash: event.hash, ...event.event }));
  const { state, readings } = await derive(campaign, tools);
  const nameOf = unitNamer(campaign.units);
  switch (subject) {
    case 'messages':
      return state.messages.map((message) => ({
        message: message.message,
        eml: message.eml,
        messageId: message.messageId,
        from: message.from,
        subject: message.subject,
        date: message.date,
        receivedAt: message.receivedAt,
        state: message.state,
        reason: message.reason,
        reasonCode: message.reasonCode,
        unit: message.unit,
        unitName: message.unit === '' ? '' : nameOf(message.unit),
        late: message.late,
        submissions: message.submissions,
      }));
    case 'files':
      return readings.flatMap((reading) =>
        reading.files.map((file) => ({
          message: reading.message,
          eml: reading.eml,
          path: file.path,
          name: file.name,
          kind: file.kind,
          format: file.format ?? null,
          size: file.size,
          sha256: file.sha256,
          fate: file.fate,
          rows: file.tables.reduce((sum, table) => sum + table.rows.length, 0),
          forms: [...new Set(file.tables.map((table) => table.form))],
          reasonCode: file.refusal?.code ?? null,
          reason: file.refusal?.text ?? null,
          ask: file.refusal?.ask ?? null,
        })),
      );
    case 'submissions':
      return state.submissions.map((submission) => ({
        submission: submission.id,
        message: submission.message,
        eml: submission.eml,
        receivedAt: submission.receivedAt,
        form: submission.form,
        unit: submission.unit,
        unitName: submission.unit === '' ? '' : nameOf(submission.unit),
        kind: submission.kind,
        state: submission.state,
        reason: submission.reason,
        late: submission.late,
        rows: submission.tables.reduce((sum, { table }) => sum + table.rows.length, 0),
        preview: submission.preview,
        evidence: submission.attribution.evidence,
      }));
    case 'findings':
      return state.findings.map(findingLine);
    case 'register':
      return campaign.forms.flatMap((form) => (state.registers[form.form] ?? []).map((row) => registerLine(row)));
    case 'questions':
      return state.questions.map((question) => ({ ...question }));
  }
}

function findingLine(finding: Finding): Record<string, unknown> {
  const { place } = finding;
  return {
    unit: finding.unit ?? '',
    form: finding.form ?? null,
    message: place.message ?? null,
    eml: place.eml ?? null,
    file: place.file ?? null,
    path: place.path ?? null,
    sheet: place.sheet ?? null,
    row: place.row ?? null,
    cell: place.cell ?? null,
    column: place.column ?? null,
    key: place.key ?? null,
    code: finding.code,
    severity: finding.severity,
    seen: finding.seen,
    expected: finding.expected ?? null,
    fix: finding.fix ?? null,
    proof: finding.proof ?? null,
    applied: finding.applied ?? false,
    name: finding.name ?? null,
    uscc: finding.uscc ?? null,
    text: finding.text,
    remedy: finding.remedy,
    waived: finding.waived ?? null,
  };
}

function registerLine(row: RegisterRow): Record<string, unknown> {
  return {
    id: row.id,
    form: row.form,
    unit: row.unit,
    values: Object.fromEntries(Object.entries(row.fields).map(([key, field]) => [key, field.value])),
    source: row.source,
    copies: row.copies,
    decided: row.decided,
  };
}
