import { closeSync, openSync } from 'node:fs';
import type { LedgerEvent, RecordedEvent } from '../registry/event.ts';
import { CHAIN_START, chainHash } from './hash-chain.ts';
import { migrate } from './ledger-schema.ts';
import { type Heartbeat, type LedgerView, viewOf } from './look-at-ledger.ts';
import { Database } from './sqlite.ts';

/** A derived result (JSON) with the hash of all that it was made from. */
export interface KeptResult {
  readonly input: string;
  readonly result: string;
}

/** The ledger 台账 of a campaign: append-only events, and derived tables that can be thrown away. */
export interface Ledger extends LedgerView {
  /** Appends events in one synced transaction, all or none. */
  append(at: string, events: readonly LedgerEvent[]): RecordedEvent[];
  events(): RecordedEvent[];
  /** Number of events and hash of the last one; changes with every event. */
  head(): { readonly count: number; readonly hash: string };
  /** First broken link of the chain, by sequence; undefined when the chain holds. */
  findBrokenLink(): number | undefined;
  setSetting(name: string, value: string): void;
  /** Messages that one reader version has read. */
  readMessages(reader: string): Set<string>;
  /** Derived readings made by one reader version, by message: all of them, or of these messages. */
  readings(reader: string, messages?: readonly string[]): Map<string, Uint8Array>;
  saveReadings(reader: string, readings: ReadonlyMap<string, Uint8Array>): void;
  /** Derived results of one scope with their names: what follows from the others is kept apart, each let go by itself. */
  keptResults(scope: string): Iterable<readonly [name: string, kept: KeptResult]>;
  saveResults(scope: string, fresh: ReadonlyMap<string, KeptResult>, gone: readonly string[]): void;
  /** Throws away everything derived: readings, results, and settings named `derived:…`. */
  forgetDerived(): void;
  beat(heartbeat: Heartbeat): void;
}

interface EventRow {
  sequence: number;
  at: string;
  type: string;
  body: string;
  previous: string;
  hash: string;
}

/** Opens (and makes or upgrades) ledger.db. WAL with synchronous=FULL: what append returned is on disk. */
export function openLedger(path: string): Ledger {
  // SQLite gives its other files the mode of this one.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const database = new Database(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
  migrate(database, path);
  const insert = database.prepare('INSERT INTO events (at, type, body, previous, hash) VALUES (?, ?, ?, ?, ?)');
  const last = database.prepare('SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1');

  function head(): { count: number; hash: string } {
    const row = last.get() as { sequence: number; hash: string } | undefined;
    return { count: row?.sequence ?? 0, hash: row?.hash ?? CHAIN_START };
  }

  function inTransaction(work: () => void): void {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      // On a full disk SQLite has rolled back by itself; the first error is the one to tell.
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  // Every flow asks for the events several times; only this process writes them, under the campaign's lock.
  let known: RecordedEvent[] | undefined;

  function rows(): EventRow[] {
    return database.prepare('SELECT * FROM events ORDER BY sequence').all() as EventRow[];
  }

  return {
    append(at, events) {
      const recorded: RecordedEvent[] = [];
      inTransaction(() => {
        let { count, hash } = head();
        for (const event of events) {
          const body = JSON.stringify(event);
          const next = chainHash(hash, at, event.type, body);
          insert.run(at, event.type, body, hash, next);
          count += 1;
          hash = next;
          recorded.push({ sequence: count, at, hash, event });
        }
      });
      known?.push(...recorded);
      return recorded;
    },
    events() {
      known ??= rows().map((row) => ({
        sequence: row.sequence,
        at: row.at,
        hash: row.hash,
        event: JSON.parse(row.body) as LedgerEvent,
      }));
      return [...known];
    },
    head,
    findBrokenLink() {
      let previous = CHAIN_START;
      for (const row of rows()) {
        if (row.previous !== previous || chainHash(previous, row.at, row.type, row.body) !== row.hash)
          return row.sequence;
        previous = row.hash;
      }
      return undefined;
    },
    ...viewOf(database),
    setSetting: (name, value) =>
      void database.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(name, value),
    readMessages(reader) {
      const found = database.prepare('SELECT message FROM readings WHERE reader = ?').all(reader);
      return new Set((found as { message: string }[]).map((row) => row.message));
    },
    readings(reader, messages) {
      const query = `SELECT message, body FROM readings WHERE reader = ?${messages ? ' AND message = ?' : ''}`;
      const statement = database.prepare(query);
      const rows = messages ? messages.flatMap((message) => statement.all(reader, message)) : statement.all(reader);
      const found = rows as { message: string; body: ArrayBuffer }[];
      return new Map(found.map((row) => [row.message, new Uint8Array(row.body)]));
    },
    saveReadings(reader, readings) {
      const save = database.prepare('INSERT OR REPLACE INTO readings VALUES (?, ?, ?)');
      inTransaction(() => {
        for (const [message, body] of readings) save.run(message, reader, body);
        database.prepare('DELETE FROM readings WHERE reader <> ?').run(reader);
      });
    },
    *keptResults(scope) {
      const found = database.prepare('SELECT name, input, result FROM results WHERE scope = ?').iterate(scope);
      for (const row of found as Iterable<{ name: string } & KeptResult>)
        yield [row.name, { input: row.input, result: row.result }];
    },
    saveResults(scope, fresh, gone) {
      const save = database.prepare('INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)');
      const remove = database.prepare('DELETE FROM results WHERE scope = ? AND name = ?');
      inTransaction(() => {
        for (const [name, { input, result }] of fresh) save.run(scope, name, input, result);
        for (const name of gone) remove.run(scope, name);
      });
    },
    forgetDerived: () =>
      database.exec("DELETE FROM readings; DELETE FROM results; DELETE FROM settings WHERE name LIKE 'derived:%'"),
    beat(heartbeat) {
      database
        .prepare('INSERT OR REPLACE INTO heartbeats VALUES (?, ?, ?, ?, ?)')
        .run(heartbeat.account, heartbeat.at, heartbeat.ok ? 1 : 0, heartbeat.detail, heartbeat.newest);
    },
    close() {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
