import type { Heartbeat } from '../store/look-at-ledger.ts';
import { daysBetween } from '../text/days-between.ts';
import { localDate } from '../text/local-date.ts';

/** What is really known of the mailbox, apart from its settings. */
export interface MailboxHealth {
  readonly address: string;
  /** `configured`: never reached yet · `failing`: the last contact failed · `connected`: nothing ever came · `receiving`: mail came. */
  readonly state: 'configured' | 'failing' | 'connected' | 'receiving';
  /** ISO instant of the last contact, '' when there was none. */
  readonly at: string;
  /** Chinese: what the last contact brought. */
  readonly detail: string;
  /** ISO instant of the newest mail really received there, '' when none. */
  readonly newest: string;
  /** Days since the last contact. */
  readonly days: number;
}

/** Tells settings from mail really received. Null when no mailbox is set. `now` is an ISO instant. */
export function mailboxHealth(
  address: string,
  heartbeats: readonly Heartbeat[],
  now: string,
  timeZone: string,
): MailboxHealth | null {
  if (address === '') return null;
  const beat = heartbeats.find((one) => one.account === address);
  if (!beat) return { address, state: 'configured', at: '', detail: '', newest: '', days: 0 };
  const { at, ok, detail, newest } = beat;
  const days = daysBetween(localDate(at, timeZone), localDate(now, timeZone));
  return { address, state: ok ? (newest === '' ? 'connected' : 'receiving') : 'failing', at, detail, newest, days };
}
