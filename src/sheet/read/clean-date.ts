import { isCalendarDate } from '../../rules/codes/calendar-date.ts';
import type { Cell } from '../grid.ts';
import { change, type Draft } from './draft.ts';

const WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:T|\s+)?\d{1,2}:\d{2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const DAY = 86_400_000;
/** Day 0 of the 1900 date system, in UTC. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Brings a date cell to YYYY-MM-DD; what is not a day of the calendar stays as written. */
export function cleanDate(draft: Draft, cell: Cell): void {
  if (cell.date !== undefined && isCalendarDate(cell.date.slice(0, 10))) {
    draft.text = cell.date.slice(0, 10);
    return;
  }
  const iso = writtenDate(draft.text) ?? (cell.stored === 'number' ? serialDate(draft.text) : undefined);
  if (iso !== undefined) change(draft, 'date', iso);
}

function writtenDate(text: string): string | undefined {
  const parts = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (!parts) return undefined;
  const iso = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : undefined;
}

/** A date whose number format got lost is a count of days. */
function serialDate(text: string): string | undefined {
  const serial = Math.floor(Number(text));
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return undefined;
  return new Date(EPOCH + serial * DAY).toISOString().slice(0, 10);
}
