import { describe, expect, it } from 'vitest';
import { hospital, ROSTER, type Row, report, tell } from '../support/story.ts';

const [one, two] = [hospital('成都市', 1), hospital('成都市', 2)];

/** Ids of the rows of 附件2 by the names they bear now. */
function ids(...mails: Parameters<typeof tell>[0]): Record<string, string> {
  const rows = tell(mails).registers[ROSTER.form] ?? [];
  return Object.fromEntries(rows.map((row) => [row.fields['name']?.value ?? '', row.id]));
}

describe('a row keeps its id', () => {
  it('under another name, as long as its codes are the same', () => {
    const renamed = { ...one, name: '成都市新安医院' };
    const later = report('成都市', [renamed, two], { on: '01-12' });
    const [before, after] = [ids(report('成都市', [one, two])), ids(report('成都市', [one, two]), later)];

    expect(after).toEqual({
      成都市新安医院: before[one['name'] ?? ''],
      [two['name'] ?? '']: before[two['name'] ?? ''],
    });
    expect(tell([report('成都市', [one, two]), later]).submissions[1]?.preview).toEqual({
      added: [],
      removed: [],
      changed: ['成都市新安医院'],
      same: 1,
    });
  });

  it.each<[string, Row]>([
    ['with its codes', {}],
    ['without a credit code', { uscc: '' }],
    ['by its name alone', { uscc: '', registrationNumber: '', organizationCode: '' }],
  ])('in whatever order the table is (%s)', (_, changes) => {
    const rows = [one, two].map((row) => ({ ...row, ...changes }));

    expect(ids(report('成都市', rows.toReversed()))).toEqual(ids(report('成都市', rows)));
    expect(new Set(Object.values(ids(report('成都市', rows)))).size).toBe(2);
  });
});
