import { existsSync } from 'node:fs';
import type Sqlite from 'libsql';
import { LEDGER_VERSION } from './ledger-schema.ts';
import { Database } from './sqlite.ts';

/** What the last contact with a mailbox brought. */
export interface Heartbeat {
  readonly account: string;
  /** ISO instant of the attempt. */
  readonly at: string;
  readonly ok: boolean;
  readonly detail: string;
  /** ISO instant of the newest mail really received, '' when none yet. */
  readonly newest: string;
}

/** The part of a ledger that can be read while another process writes it. */
export interface LedgerView {
  setting(name: string): string | undefined;
  heartbeats(): Heartbeat[];
  close(): void;
}

/** Opens ledger.db to read what another process has committed; undefined where there is none, or one of another version. */
export function lookAtLedger(path: string): LedgerView | undefined {
  if (!existsSync(path)) return undefined;
  const database = new Database(path);
  database.exec('PRAGMA query_only = 1; PRAGMA busy_timeout = 5000;');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const close = (): void => void database.close();
  if (version === LEDGER_VERSION) return { ...viewOf(database), close };
  close();
  return undefined;
}

/** Reads settings and heartbeats of an open ledger. */
export function viewOf(database: Sqlite.Database): Omit<LedgerView, 'close'> {
  return {
    setting: (name) =>
      (database.prepare('SELECT value FROM settings WHERE name = ?').get(name) as { value: string } | undefined)?.value,
    heartbeats() {
      const found = database.prepare('SELECT * FROM heartbeats ORDER BY account').all() as (Omit<Heartbeat, 'ok'> & {
        ok: number;
      })[];
      return found.map((row) => ({ ...row, ok: row.ok === 1 }));
    },
  };
}
