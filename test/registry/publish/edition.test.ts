import { describe, expect, it } from 'vitest';
import {
  editionOfState,
  findingAt,
  LIAISON,
  ROSTER,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';

const FIRST = registerRow({ id: 'r1' });
const roster = [FIRST, registerRow({ id: 'r2', row: 6 })];

describe('a version looks up', () => {
  const other = registerRow({ form: LIAISON, id: 'l1' });
  const mine = findingAt(FIRST, 'uscc');
  const loose = { code: 'mail/link', severity: 'warning' as const, place: {}, seen: '', text: '只有链接', remedy: '' };
  const state = registryState([...roster, other], {
    findings: [mine, { ...loose, form: LIAISON.form, unit: '510100' }, loose],
  });
  const edition = editionOfState(state);

  it('findings by row, and by form and unit', () => {
    expect(edition.findingsOf(FIRST)).toEqual([mine]);
    expect(edition.findingsOf(registerRow({ row: 6 }))).toEqual([]);
    expect(edition.findingsOfUnit(LIAISON, '510100').map((one) => one.code)).toEqual(['mail/link']);
    expect(edition.findingsOfUnit(LIAISON, '510300')).toEqual([]);
  });

  it('rows of its own forms alone, none where nothing came', () => {
    const rosterOnly = editionOfState(state, { forms: [ROSTER] });
    const nothing = editionOfState({ ...state, registers: {} });

    expect([edition.rowsOf(LIAISON), edition.rowsOfUnit(LIAISON, '510100')]).toEqual([[other], [other]]);
    expect(edition.rowsOfUnit(LIAISON, '510300')).toEqual([]);
    expect([rosterOnly.rowsOf(LIAISON), rosterOnly.rowsOf(ROSTER)]).toEqual([[], roster]);
    expect(nothing.rowsOf(ROSTER)).toEqual([]);
  });

  it('what was decided about a column that was not read', () => {
    const column = LIAISON.columns.find((one) => one.key === 'position');
    const { position: _, ...fields } = other.fields;
    const decided = (to: string) => ({ key: 'position', from: '', to, decision: 'd1' });
    const shown =
      column && edition.show(LIAISON, column, { ...other, fields, decided: [decided('科员'), decided('科长')] });

    expect(shown).toEqual({ text: '科长', withheld: '' });
    expect(column && edition.show(LIAISON, column, { ...other, fields })).toEqual({ text: '', withheld: '' });
  });
});
