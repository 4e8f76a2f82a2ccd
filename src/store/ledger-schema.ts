import { copyFileSync, existsSync } from 'node:fs';
import type Database from 'libsql';
import { UserError } from '../text/user-error.ts';

/**
 * Each step brings the ledger from version n to n + 1. `events` is append-only: triggers refuse changes,
 * and each row carries the hash of the one before. The other tables are derived or bookkeeping and may be dropped.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE events (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     at TEXT NOT NULL,
     type TEXT NOT NULL,
     body TEXT NOT NULL,
     previous TEXT NOT NULL,
     hash TEXT NOT NULL UNIQUE
   ) STRICT;
   CREATE INDEX events_type ON events (type);
   CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
   CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
   CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE readings (message TEXT NOT NULL, reader TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (message, reader)) STRICT;
   CREATE TABLE heartbeats (account TEXT PRIMARY KEY, at TEXT NOT NULL, ok INTEGER NOT NULL, detail TEXT NOT NULL, newest TEXT NOT NULL) STRICT;`,
];

/** Brings the database up to date inside one transaction; keeps a copy of the file before each upgrade. */
export function migrate(database: Database.Database, path: string): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const version = row.user_version;
  if (version > STEPS.length) {
    throw new UserError('这个文件夹的台账由更新版本的名册程序写成，本程序读不了', '请安装最新版本的名册程序后再打开。');
  }
  if (version === STEPS.length) return;
  if (version > 0 && existsSync(path)) {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    copyFileSync(path, `${path}.v${version}.bak`);
  }
  for (const [index, step] of STEPS.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
