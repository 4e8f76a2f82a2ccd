import { describe, expect, it } from 'vitest';
import type { EditionFacts } from '../../../src/registry/publish/edition.ts';
import { laidRuns } from '../../../src/registry/publish/laid-runs.ts';
import { layRegister } from '../../../src/registry/publish/lay-register.ts';
import type { RegisterRow, RegistryState } from '../../../src/registry/register.ts';
import {
  CAMPAIGN,
  editionOfState,
  findingAt,
  messageOutcome,
  ROSTER,
  type RowFacts,
  registerRow,
  registryState,
  UNITS,
} from '../../support/registry-state.ts';
import { decision } from '../../support/story.ts';

const COVERAGE = {
  unit: '510100',
  form: ROSTER.form,
  due: '2025-03-01',
  state: 'clean',
  late: false,
  rows: 1,
  blocks: 0,
  errors: 0,
  warnings: 0,
  notices: 0,
  lastReceived: '2025-02-20T02:00:00.000Z',
  messages: 1,
} as const;

function rowsOf(...counts: readonly (readonly [unit: string, count: number])[]): RegisterRow[] {
  return counts.flatMap(([unit, count]) =>
    Array.from({ length: count }, (_, at) => registerRow({ unit, row: 5 + at, id: `${unit}-${at}` })),
  );
}

function runs(rows: readonly RegisterRow[], more: Partial<RegistryState> = {}, facts: Partial<EditionFacts> = {}) {
  const edition = editionOfState(registryState(rows, more), facts);
  return laidRuns(layRegister(ROSTER, edition), edition);
}

describe('rows are drawn in runs', () => {
  it.each<[string, (readonly [string, number])[], [number, number][]]>([
    ['none for no row', [], []],
    ['one for one unit', [['510100', 100]], [[0, 100]]],
    [
      'one for small units together',
      [
        ['510100', 3],
        ['510300', 4],
      ],
      [[0, 7]],
    ],
    [
      'a new one where a unit begins and enough stand before it',
      [
        ['510100', 32],
        ['510300', 4],
      ],
      [
        [0, 32],
        [32, 4],
      ],
    ],
    [
      'no new one before that',
      [
        ['510100', 31],
        ['510300', 4],
      ],
      [[0, 35]],
    ],
    [
      'each counted from its own first row',
      [
        ['510100', 40],
        ['510300', 31],
        ['513300', 40],
      ],
      [
        [0, 40],
        [40, 71],
      ],
    ],
  ])('%s', (_, counts, expected) => {
    expect(runs(rowsOf(...counts)).map(({ start, rows }) => [start, rows.length])).toEqual(expected);
  });

  it('each row with an edition that knows its own unit', () => {
    const [run] = runs(rowsOf(['510100', 1], ['510300', 1]));
    const known = run?.rows.map((row) =>
      run
        .edition(row)
        .rowsOf(ROSTER)
        .map((one) => one.id),
    );

    expect(known).toEqual([['510100-0'], ['510300-0']]);
  });
});

describe('a run is known again', () => {
  const row = (facts: RowFacts = {}) => registerRow({ id: 'r1', ...facts });
  const key = (rows: readonly RegisterRow[], more: Partial<RegistryState> = {}, facts: Partial<EditionFacts> = {}) =>
    runs(rows, more, facts)[0]?.key;
  const before = key([row()]);

  it('in another version, whatever became of other units and other mails', () => {
    const more = {
      messages: [messageOutcome(), messageOutcome({ message: 'z'.repeat(64), subject: '别的邮件' })],
      coverage: [{ ...COVERAGE, unit: '510300' }],
    };

    expect(key([row()], more, { version: 7, asOf: '2025-04-01T00:00:00.000Z' })).toBe(before);
    expect(key([row()], {}, { decisions: [decision({ kind: 'waiver', subject: 'row/gap' })] })).toBe(before);
  });

  it.each<[string, RegisterRow[], Partial<RegistryState>, Partial<EditionFacts>]>([
    ['a value', [row({ values: { grade: '乙等' } })], {}, {}],
    ['what was read', [row({ fields: { grade: { raw: '甲' } } })], {}, {}],
    ['how it was stored', [row({ fields: { grade: { stored: 'number' } } })], {}, {}],
    ['its number format', [row({ fields: { grade: { format: '0.00' } } })], {}, {}],
    ['a repair', [row({ fields: { grade: { repairs: [{ kind: 'space', from: '甲 等', to: '甲等' }] } } })], {}, {}],
    ['the cell where it stands', [row({ fields: { grade: { cell: 'K5' } } })], {}, {}],
    ['the id', [row({ id: 'r2' })], {}, {}],
    ['the mail', [row({ message: 'b'.repeat(64) })], {}, {}],
    ['a decided value', [row({ decided: [{ key: 'grade', from: '', to: '甲等', decision: 'd1' }] })], {}, {}],
    ['a row more', [row(), row({ id: 'r2', row: 6 })], {}, {}],
    ['a finding', [row()], { findings: [findingAt(row(), 'uscc')] }, {}],
    ['the subject of its mail', [row()], { messages: [messageOutcome({ subject: '更正' })] }, {}],
    ['its line of 报送情况', [row()], { coverage: [COVERAGE] }, {}],
    ['the notice', [row()], {}, { campaign: { ...CAMPAIGN, title: '另一个通知' } }],
    ['who publishes', [row()], {}, { issuer: '市卫健委' }],
    ['the fonts', [row()], {}, { fonts: { title: '宋体', head: '宋体', body: '宋体' } }],
    ['the forms', [row()], {}, { forms: [ROSTER] }],
    ['the units', [row()], {}, { units: UNITS.slice(0, 2) }],
  ])('unless something about it has changed: %s', (_, rows, more, facts) => {
    expect(key(rows, more, facts)).not.toBe(before);
  });

  it('unless a decision that it rests on has changed', () => {
    const rows = [row({ decided: [{ key: 'grade', from: '', to: '甲等', decision: 'd' }] })];
    const of = (reason: string) =>
      key(rows, {}, { decisions: [{ ...decision({ kind: 'value', subject: 'r1#grade' }), id: 'd', reason }] });

    expect(of('证书如此')).toBe(of('证书如此'));
    expect(of('证书如此')).not.toBe(of('电话核实'));
  });

  it('unless a cell that was repaired, or stored as something else, says something else', () => {
    const repaired = (to: string) => ({ raw: to, repairs: [{ kind: 'space', from: '甲', to }] });

    expect(key([row({ fields: { grade: repaired('甲等') } })])).not.toBe(
      key([row({ fields: { grade: repaired('乙等') } })]),
    );
    expect(key([row({ fields: { grade: { stored: 'number', raw: '1' } } })])).not.toBe(
      key([row({ fields: { grade: { stored: 'number', raw: '2' } } })]),
    );
  });

  it('unless other rows of the same unit stand in it', () => {
    const [first, second] = rowsOf(['510100', 2]);
    const one = editionOfState(registryState([first ?? row(), second ?? row()]));
    const of = (...rows: (RegisterRow | undefined)[]) =>
      laidRuns({ ...layRegister(ROSTER, one), rows: rows.map((each) => each ?? row()) }, one)[0]?.key;

    expect(of(first)).toBe(of(first));
    expect(of(first)).not.toBe(of(second));
  });

  it('unless it stands elsewhere or on another sheet', () => {
    const rows = rowsOf(['510100', 32], ['510300', 1]);
    const one = editionOfState(registryState(rows));
    const laid = layRegister(ROSTER, one);
    const second = (sheet: Parameters<typeof laidRuns>[0]) => laidRuns(sheet, one).at(-1)?.key;

    expect(second({ ...laid, rows: rows.slice(32) })).not.toBe(second(laid));
    expect(second({ ...laid, rows: rows.toSpliced(3, 1, registerRow({ id: 'x' })) })).toBe(second(laid));
    for (const other of [{ file: 'x' }, { sheet: 'x' }, { firstRow: 2 }, { columns: laid.columns.slice(1) }])
      expect(second({ ...laid, ...other })).not.toBe(second(laid));
  });
});

describe('the time of a unit’s own workbook', () => {
  const asOf = (rows: readonly RegisterRow[], more: Partial<RegistryState> = {}, facts: Partial<EditionFacts> = {}) => {
    const [run] = runs(rows, more, facts);
    const [first] = run?.rows ?? [];
    return first && run?.edition(first).asOf;
  };
  const decided = [{ key: 'grade', from: '', to: '甲等', decision: 'd' }];
  const made = { ...decision({ kind: 'value', subject: 'r1#grade', at: '2025-02-28T00:00:00.000Z' }), id: 'd' };
  const late = { ...COVERAGE, lastReceived: '2025-02-27T00:00:00.000Z' };

  it('is that of the newest mail, report or decision that it rests on', () => {
    expect(asOf([registerRow({ message: 'unknown' })])).toBe('2025-01-01T00:00:00.000Z');
    expect(asOf([registerRow()])).toBe('2025-02-20T02:00:00.000Z');
    expect(asOf([registerRow()], { coverage: [late] })).toBe('2025-02-27T00:00:00.000Z');
    expect(asOf([registerRow({ decided })], { coverage: [late] }, { decisions: [made] })).toBe(
      '2025-02-28T00:00:00.000Z',
    );
  });

  it('holds only what is its own', () => {
    const row = registerRow({ decided });
    const copy = { ...row.source, message: 'c'.repeat(64) };
    const messages = ['a', 'c', 'f', 'z'].map((letter) => messageOutcome({ message: letter.repeat(64) }));
    const findings = [
      findingAt(registerRow({ message: 'f'.repeat(64) }), 'uscc'),
      { ...findingAt(registerRow({ unit: '510300' }), 'uscc') },
      { ...findingAt(row, ''), place: {} },
    ];
    const more = { messages, findings, coverage: [COVERAGE, { ...COVERAGE, unit: '510300' }] };
    const [run] = runs([{ ...row, copies: [copy] }], more, {
      decisions: [made, decision({ kind: 'waiver', subject: 'x' })],
    });
    const own = run?.edition(row);

    expect(own).toMatchObject({ version: 0, decisions: [made] });
    expect(own?.state).toEqual({
      messages: messages.slice(0, 3),
      submissions: [],
      registers: { [ROSTER.form]: [{ ...row, copies: [copy] }], 'liaison-list': [] },
      answers: {},
      findings: [findings[0], findings[2]],
      coverage: [COVERAGE],
      questions: [],
      unreachable: [],
      asked: [],
    });
  });
});
