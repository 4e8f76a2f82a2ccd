import type { Form } from '../forms/form.ts';
import type { ReadTable } from '../sheet/table.ts';
import { localDate } from '../text/local-date.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import type { Answers } from './answers.ts';
import { DECLINE, withAnswer } from './answers.ts';
import { attributeTable, type WeighedAttribution } from './attribute-table.ts';
import type { CampaignFacts } from './campaign.ts';
import { digest } from './digest.ts';
import type { Draft } from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import { failsAuthentication, messageEvidence, type WeighedEvidence } from './message-evidence.ts';
import { newestFirst } from './newest-first.ts';
import type { FileReading, MessageReading } from './reading.ts';
import type { Recall } from './recall.ts';
import type { Question } from './register.ts';
import type { SentMail } from './sent.ts';
import type { SourcedTable } from './submission.ts';
import { selfNamed, tableEvidence } from './table-evidence.ts';
import type { ReportingUnit } from './unit.ts';
import type { UnitIndex } from './unit-index.ts';

/** What attribution rests on. */
export interface DraftContext {
  readonly campaign: CampaignFacts;
  readonly forms: readonly Form[];
  readonly units: readonly ReportingUnit[];
  readonly sent: readonly SentMail[];
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
  readonly index: UnitIndex;
  readonly answers: Answers;
  readonly recall: Recall;
}

/** So many units can be offered in a drop-down list. */
const MOST_CHOICES = 25;

/** Attributes every table of every message and joins those of one message, form and unit to a submission. */
export function draftSubmissions(
  readings: readonly MessageReading[],
  context: DraftContext,
): { readonly drafts: readonly Draft[]; readonly questions: readonly Question[] } {
  const drafts: Draft[] = [];
  const questions: Question[] = [];
  const ground = digest(context.campaign, context.forms, context.units, context.sent);
  for (const reading of readings) {
    const input = [ground, reading.message, reading.eml];
    const groups = context.recall(`attribution ${reading.message}`, input, () => groupTables(reading, context));
    for (const group of groups) {
      const settled = settle(reading, group, context);
      if (!settled) continue;
      drafts.push(settled.draft);
      if (settled.question) questions.push(settled.question);
    }
  }
  return { drafts, questions };
}

/** Tables of one message that are attributed alike, as plain values: each by the positions of file and table. */
interface Group {
  readonly form: string;
  readonly attribution: WeighedAttribution;
  /** Hash over the attribution: worked out once, for what follows from it is looked up by it. */
  readonly attributed: string;
  readonly tables: (readonly [file: number, table: number])[];
  readonly self: string;
}

function groupTables(reading: MessageReading, context: DraftContext): Group[] {
  const shared = messageEvidence(reading, context.index, context.campaign);
  const groups = new Map<string, Group>();
  for (const [fileAt, file] of reading.files.entries()) {
    if (isOwnMailInBounce(reading, file)) continue;
    for (const [tableAt, table] of file.tables.entries()) {
      const form = context.forms.find((one) => one.form === table.form);
      if (!form || table.rows.length === 0) continue;
      const sourced = sourcedTable(file, table);
      const self = selfNamed(reading, sourced, form);
      const attribution = attribute(reading, sourced, file, form, shared, self, context);
      const key = `${form.form}\n${attribution.unit}\n${attribution.accepted}`;
      const known = groups.get(key);
      groups.set(key, {
        form: form.form,
        attribution: known?.attribution ?? attribution,
        attributed: known?.attributed ?? digest(attribution),
        tables: [...(known?.tables ?? []), [fileAt, tableAt]],
        self: known?.self || self,
      });
    }
  }
  return [...groups.values()];
}

function sourcedTable(file: FileReading, table: ReadTable): SourcedTable {
  return { path: file.path, file: file.name, sha256: file.sha256, table };
}

/** A bounce carries our own mail with its templates; that is nobody's report. */
export function isOwnMailInBounce(reading: MessageReading, file: FileReading): boolean {
  return reading.kind === 'bounce' && file.path.includes('!');
}

function attribute(
  reading: MessageReading,
  sourced: SourcedTable,
  file: FileReading,
  form: Form,
  shared: readonly WeighedEvidence[],
  self: string,
  context: DraftContext,
): WeighedAttribution {
  const column = form.columns.find((one) => one.key === form.unitColumn);
  const vocabulary = column?.vocabulary === undefined ? undefined : context.vocabulary(column.vocabulary, form);
  const told = self === '' ? shared : messageEvidence(reading, context.index, context.campaign, self);
  const own = tableEvidence(sourced, file, form, vocabulary, context.index, self);
  const sender = shared.find((one) => one.kind === 'sender' && one.weight === 'support');
  const signed: WeighedEvidence[] =
    sender && self !== '' && context.index.unit(sender.unit)?.kind === 'hospitals'
      ? [{ kind: 'file', unit: sender.unit, seen: `来件以表中的“${self}”署名`, weight: 'support' }]
      : [];
  return attributeTable([...told, ...own, ...signed], context.index);
}

function settle(
  reading: MessageReading,
  { attribution, attributed, self, ...group }: Group,
  context: DraftContext,
): { readonly draft: Draft; readonly question?: Question } | undefined {
  const form = context.forms.find((one) => one.form === group.form);
  if (!form) return undefined;
  const tables = newestFirst(
    group.tables.flatMap(([fileAt, tableAt]) => {
      const file = reading.files[fileAt];
      const table = file?.tables[tableAt];
      return file && table ? [sourcedTable(file, table)] : [];
    }),
  );
  const question = attribution.accepted ? undefined : askWho(reading, form, attribution, tables, context);
  const answer = question?.decided?.answer;
  const chosen = answer === undefined ? undefined : context.units.find((unit) => unit.short === answer);
  const settled: WeighedAttribution = chosen
    ? {
        ...attribution,
        unit: chosen.code,
        accepted: true,
        verdict: 'accepted',
        reason: `由 ${question?.decided?.who ?? ''} 认定：${question?.decided?.reason ?? ''}`,
        evidence: [...attribution.evidence, { kind: 'decision', unit: chosen.code, seen: `认定为“${chosen.short}”` }],
      }
    : attribution;
  const due = context.campaign.due[form.form] ?? form.due;
  const parts = [reading.message.slice(0, 12), form.form, settled.unit === '' ? 'unknown' : settled.unit];
  const draft: Draft = {
    // An accepted and a doubtful table of one form in one mail are two submissions.
    id: [...parts, ...(question ? ['held'] : [])].join('-'),
    reading,
    form,
    unit: settled.unit,
    attribution: settled,
    attributed: chosen ? digest(settled) : attributed,
    tables,
    late: localDate(reading.receivedAt, context.campaign.timeZone) > due,
    self,
    trusted: isTrusted(reading, settled.unit, context.index) || chosen !== undefined,
    ...(answer === DECLINE ? { declined: question?.decided?.reason ?? '' } : {}),
  };
  return question ? { draft, question } : { draft };
}

function isTrusted(reading: MessageReading, unit: string, index: UnitIndex): boolean {
  if (reading.source === 'file') return true;
  return index.ofAddress(reading.from.address).includes(unit) && !failsAuthentication(reading);
}

function askWho(
  reading: MessageReading,
  form: Form,
  attribution: WeighedAttribution,
  tables: readonly SourcedTable[],
  context: DraftContext,
): Question {
  const { units, answers } = context;
  const named = attribution.candidates.flatMap((code) => units.find((unit) => unit.code === code) ?? []);
  const offered = named.length > 0 || units.length >= MOST_CHOICES ? named : units;
  const files = tables.map(({ path, table }) => `${path} ${table.sheet}`);
  // Never the words in which it is told: a later program may find better ones, and the answer must still hold.
  const evidence = attribution.evidence.map(({ kind, unit }) => [kind, unit]);
  return withAnswer(
    {
      id: `attribution-${fingerprint(reading.message, form.form, files).slice(0, 10)}`,
      kind: 'attribution',
      question: `${form.annex} ${form.title}（${files.join('、')}）是哪个单位报送的？${attribution.reason}`,
      sides: [
        ...offered.map((unit) => ({
          answer: unit.short,
          label: sayEvidence(attribution, unit.code) || '由您认定',
          source: `邮件“${reading.subject}”`,
        })),
        { answer: DECLINE, label: '这份表不进入汇总', source: `邮件“${reading.subject}”` },
      ],
      unit: attribution.unit,
      form: form.form,
      messages: [reading.message],
      fingerprint: fingerprint(reading.message, files, evidence),
    },
    answers,
  );
}

function sayEvidence(attribution: WeighedAttribution, unit: string): string {
  return attribution.evidence
    .filter((one) => one.unit === unit)
    .map((one) => one.seen)
    .join('；');
}
