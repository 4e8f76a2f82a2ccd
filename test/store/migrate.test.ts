import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/ledger-schema.ts';

/** The ledger as version 1 of the schema left it; written down then, never derived from the steps of today. */
const VERSION_1 = readFileSync('test/e2e/old-campaigns/v1/ledger.sql', 'utf8');
const FIRST = 'CREATE TABLE never_run (nothing TEXT);';
const SECOND = 'ALTER TABLE heartbeats ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;';
const THIRD = 'CREATE INDEX events_at ON events (at);';
const BROKEN = 'CREATE TABLE half_done (a TEXT); CREATE TABLE events (again TEXT);';

let folder: string;
let path: string;
let database: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-migrate-'));
  path = join(folder, 'ledger.db');
  database = new Database(path);
  // What was written last lies in the write-ahead log only, as after a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;');
  database.exec(VERSION_1);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function eventsOf(from: Database.Database): unknown[] {
  return from.prepare('SELECT sequence, at, type, body, previous, hash FROM events ORDER BY sequence').all();
}

function versionOf(from: Database.Database): number {
  return (from.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

function inBackup<T>(version: number, look: (backup: Database.Database) => T): T {
  const backup = new Database(`${path}.v${version}.bak`);
  try {
    return look(backup);
  } finally {
    backup.close();
  }
}

function tableNames(from: Database.Database): string[] {
  return (from.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]).map(
    ({ name }) => name,
  );
}

describe('an upgrade of the ledger', () => {
  it('runs the steps that are missing and changes no event', () => {
    const before = eventsOf(database);
    expect(before.length).toBeGreaterThan(10);

    migrate(database, path, [FIRST, SECOND, THIRD]);

    expect(versionOf(database)).toBe(3);
    expect(eventsOf(database)).toEqual(before);
    expect(tableNames(database)).not.toContain('never_run');
    expect(database.prepare('SELECT attempts FROM heartbeats').all()).toEqual([]);
    expect(() => database.exec('DELETE FROM events')).toThrow('append-only');
  });

  it('keeps a whole copy of the ledger before each step, for nobody else to read', () => {
    const before = eventsOf(database);

    migrate(database, path, [FIRST, SECOND, THIRD]);

    for (const version of [1, 2]) {
      expect(inBackup(version, versionOf)).toBe(version);
      expect(inBackup(version, eventsOf)).toEqual(before);
      expect(statSync(`${path}.v${version}.bak`).mode & 0o777).toBe(0o600);
    }
    expect(existsSync(`${path}.v1.bak.tmp`)).toBe(false);
  });

  it('leaves the version before in place when a step fails, and can be tried again', () => {
    const before = eventsOf(database);

    expect(() => migrate(database, path, [FIRST, SECOND, BROKEN])).toThrow('already exists');
    expect(versionOf(database)).toBe(2);
    expect(tableNames(database)).not.toContain('half_done');
    expect(eventsOf(database)).toEqual(before);

    migrate(database, path, [FIRST, SECOND, THIRD]);
    expect([versionOf(database), eventsOf(database).length]).toEqual([3, before.length]);
  });

  it('does nothing and copies nothing when the ledger is up to date', () => {
    migrate(database, path, [FIRST]);
    expect([versionOf(database), existsSync(`${path}.v1.bak`)]).toEqual([1, false]);
  });

  it('refuses a ledger of a newer program and leaves it alone', () => {
    database.exec('PRAGMA user_version = 4');
    expect(() => migrate(database, path, [FIRST, SECOND])).toThrow('更新版本');
    expect(versionOf(database)).toBe(4);
  });
});
