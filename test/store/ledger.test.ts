import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/store/ledger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CREATED = { type: 'campaign-created', campaign: 'spring', program: 'mingce' } as const;
const AT = '2025-01-05T01:00:00.000Z';

describe('the ledger', () => {
  it('keeps events in order, chained', () => {
    const ledger = openLedger(join(folder, 'ledger.db'));
    ledger.append(AT, [CREATED, CREATED]);
    ledger.append(AT, [CREATED]);
    ledger.close();

    const again = openLedger(join(folder, 'ledger.db'));

    expect(again.events().map((event) => event.sequence)).toEqual([1, 2, 3]);
    expect(again.findBrokenLink()).toBeUndefined();
    expect(again.head().hash).toBe(again.events()[2]?.hash);
    again.close();
  });

  it('tells of events that were added since it was asked, as it will when it is opened again', () => {
    const ledger = openLedger(join(folder, 'ledger.db'));
    ledger.append(AT, [CREATED]);
    const before = ledger.events();
    ledger.append(AT, [CREATED, CREATED]);
    const now = ledger.events();
    ledger.close();
    const again = openLedger(join(folder, 'ledger.db'));

    expect(before).toHaveLength(1);
    expect(now).toHaveLength(3);
    expect(now).toEqual(again.events());
    again.close();
  });

  it('refuses to change or remove an event', () => {
    const path = join(folder, 'ledger.db');
    const ledger = openLedger(path);
    ledger.append(AT, [CREATED]);
    ledger.close();
    const raw = new Database(path);

    expect(() => raw.exec("UPDATE events SET body = '{}'")).toThrow('append-only');
    expect(() => raw.exec('DELETE FROM events')).toThrow('append-only');
    raw.close();
  });

  it('finds an event that was altered behind its back', () => {
    const path = join(folder, 'ledger.db');
    const ledger = openLedger(path);
    ledger.append(AT, [CREATED, CREATED]);
    ledger.close();
    const raw = new Database(path);
    raw.exec("DROP TRIGGER events_no_update; UPDATE events SET at = '2020-01-01' WHERE sequence = 2");
    raw.close();

    const again = openLedger(path);

    expect(again.findBrokenLink()).toBe(2);
    again.close();
  });

  it('refuses a ledger of a newer program', () => {
    const path = join(folder, 'ledger.db');
    openLedger(path).close();
    const raw = new Database(path);
    raw.exec('PRAGMA user_version = 99');
    raw.close();

    expect(() => openLedger(path)).toThrow('更新版本');
  });

  it('brings a ledger of the first schema up to date and keeps a copy of it', () => {
    const path = join(folder, 'ledger.db');
    const ledger = openLedger(path);
    ledger.append(AT, [CREATED]);
    ledger.close();
    const raw = new Database(path);
    raw.exec('DROP TABLE results; PRAGMA user_version = 1');
    raw.close();

    const again = openLedger(path);
    expect([...again.keptResults('state')]).toHaveLength(0);
    expect(again.events()).toHaveLength(1);
    expect(again.findBrokenLink()).toBeUndefined();
    again.close();
    expect(existsSync(`${path}.v1.bak`)).toBe(true);
  });

  it('keeps derived results by name until they are let go, and forgets everything derived at once', () => {
    const ledger = openLedger(join(folder, 'ledger.db'));
    const result = { input: 'i', result: '[1]' };
    ledger.saveResults(
      'state',
      new Map([
        ['a', result],
        ['b', result],
      ]),
      [],
    );
    ledger.saveResults('state', new Map([['a', { input: 'j', result: '[2]' }]]), ['b']);
    ledger.saveResults('edition', new Map([['b', result]]), ['a']);
    ledger.setSetting('derived:files', '{}');
    ledger.setSetting('key', 'k');
    expect([...ledger.keptResults('state')]).toEqual([['a', { input: 'j', result: '[2]' }]]);
    expect([...ledger.keptResults('edition')]).toEqual([['b', result]]);

    ledger.forgetDerived();

    expect([...ledger.keptResults('state')]).toHaveLength(0);
    expect([ledger.setting('derived:files'), ledger.setting('key')]).toEqual([undefined, 'k']);
    ledger.close();
  });

  it('forgets readings of another reader', () => {
    const ledger = openLedger(join(folder, 'ledger.db'));
    ledger.saveReadings('one', new Map([['m', new Uint8Array([1])]]));
    ledger.saveReadings('two', new Map([['m', new Uint8Array([2])]]));

    expect(ledger.readings('one').size).toBe(0);
    expect([...(ledger.readings('two').get('m') ?? [])]).toEqual([2]);
    ledger.close();
  });
});
