import type { Campaign } from '../flows/open-campaign.ts';
import type { Subject } from '../flows/show.ts';
import { localTime } from '../text/local-time.ts';
import { renderTable } from './render-table.ts';
import { SUBJECT_COLUMNS, SUBJECT_WORDS } from './subject-columns.ts';

type Row = Readonly<Record<string, unknown>>;
type Names = Pick<Campaign, 'units' | 'forms' | 'config'>;

/** Subjects of which one line an object is wanted: there are many, and JSON lines hold everything. */
const SHORT: ReadonlySet<Subject> = new Set(['register', 'events', 'units']);

/** The table of a subject for the terminal: local times, names of units and forms, Chinese words of states. */
export function drawSubject(subject: Subject, rows: readonly Row[], campaign: Names, width: number): string {
  const columns = SUBJECT_COLUMNS[subject];
  const cells = rows.map((row) => columns.map(([, key]) => cellText(key, row, campaign)));
  return renderTable(
    columns.map(([title]) => title),
    cells,
    width,
    SHORT.has(subject) ? 'clip' : 'wrap',
  );
}

function cellText(key: string, row: Row, campaign: Names): string {
  const value = row[key];
  if (key === 'format') return word(key, text(value ?? row['kind']));
  if (key === 'message') return text(value).slice(0, 12);
  // A mail from the server has no file name; its number is what explain takes.
  if (key === 'eml') return text(value) || text(row['message']).slice(0, 12);
  if (key === 'object') return objectText(row, campaign);
  if (key === 'decided') return decidedText(value);
  if (key === 'receivedAt' || key === 'at') return localTime(text(value), campaign.config.timeZone);
  if (key === 'unit') return campaign.units.find((unit) => unit.code === value)?.short ?? text(value);
  if (key === 'form') return campaign.forms.find((form) => form.form === value)?.annex ?? text(value);
  return word(key, text(value));
}

/** What an event is about: a unit and a mail of ours, a mail received, a decision, a version. */
function objectText(row: Row, campaign: Names): string {
  const unit = cellText('unit', row, campaign);
  switch (row['type']) {
    case 'send-intended':
      return `${unit} ${word('kind', text(row['kind']))} ${text(row['to'])}`.trim();
    case 'send-settled':
      return `${word('outcome', text(row['outcome']))} ${text(row['response'])}`.trim();
    case 'message-problem':
      return text(row['problem']);
    case 'decision-undone':
    case 'decision':
      return `${text(row['subject'])} ${text(row['answer'])}`.trim();
    case 'published':
      return `第 ${text(row['version'])} 版`;
    default:
      return text(row['message']).slice(0, 12);
  }
}

function word(key: string, value: string): string {
  return SUBJECT_WORDS[key]?.[value] ?? value;
}

function decidedText(value: unknown): string {
  if (value === null || typeof value !== 'object') return '';
  return 'answer' in value ? text(value.answer) : '';
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(text).join('；');
  if (value !== null && typeof value === 'object') return Object.values(value).map(text).join(' ');
  return '';
}
