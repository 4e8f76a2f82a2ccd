import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'libsql';
import { UserError } from '../text/user-error.ts';
import { syncFolder } from './atomic-write.ts';

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
  'CREATE TABLE results (name TEXT PRIMARY KEY, input TEXT NOT NULL, result TEXT NOT NULL) STRICT;',
  `DROP TABLE results;
   CREATE TABLE results (scope TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (scope, name)) STRICT;`,
];

/** Version that this program writes. */
export const LEDGER_VERSION = STEPS.length;

/**
 * Brings the database up to date, each step in a transaction of its own, with a copy of the ledger before each:
 * `ledger.db.v1.bak` is the ledger as version 1 left it. A step that fails leaves the version before it in place.
 * `steps` is given by tests only. Throws UserError for a ledger of a newer program.
 */
export function migrate(database: Database.Database, path: string, steps: readonly string[] = STEPS): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > steps.length) {
    throw new UserError('这个文件夹的台账由更新版本的名册程序写成，本程序读不了', '请安装最新版本的名册程序后再打开。');
  }
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    if (version > 0) backUp(database, `${path}.v${index}.bak`);
    inTransaction(database, `${step} PRAGMA user_version = ${index + 1};`);
  }
}

function inTransaction(database: Database.Database, work: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(work);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** A whole copy, what lies in the write-ahead log included; under its own name only when it is safe on the disk. */
function backUp(database: Database.Database, target: string): void {
  const temporary = `${target}.tmp`;
  rmSync(temporary, { force: true });
  // SQLite fills an empty file that is there, and leaves its mode alone.
  closeSync(openSync(temporary, 'wx', 0o600));
  database.prepare('VACUUM INTO ?').run(temporary);
  const handle = openSync(temporary, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, target);
  syncFolder(dirname(target));
}
