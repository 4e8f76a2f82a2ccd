import { describe, expect, it } from 'vitest';
import { nowhere } from '../support/evidence-facts.ts';
import {
  answer,
  CAMPAIGN,
  hospital,
  names,
  outcomes,
  reply,
  report,
  request,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

const good = hospital('成都市', 1);

describe('the register', () => {
  it('is in the official order, whatever the order of the address book and of the mails', () => {
    const cities = ['绵阳市', '成都市', '德阳市'];
    const mails = cities.map((city) => report(city, [hospital(city, 1)]));
    const units = ['德阳市', '绵阳市', '成都市'].map(unit);

    expect(names(tell(mails, { units }))).toEqual(
      ['成都市', '德阳市', '绵阳市'].map((city) => hospital(city, 1)['name']),
    );
  });

  it('follows from the same mails whatever order they are read in', () => {
    const at = (receivedAt: string, sequence: number, changes = {}) =>
      report('成都市', [{ ...good, ...changes }], { more: { receivedAt, sequence } });
    const mails = [
      at('2025-01-11T02:00:00.000Z', 1, { grade: '乙等' }),
      at('2025-01-10T02:00:00.000Z', 3, { grade: '' }),
      at('2025-01-10T02:00:00.000Z', 2, { grade: '甲等' }),
    ];
    const sequences = (state: ReturnType<typeof tell>) => state.submissions.map((one) => one.sequence);

    expect(sequences(tell(mails))).toEqual([2, 3, 1]);
    expect(tell(mails.toReversed())).toEqual(tell(mails));
  });

  it('names the units that were asked, each once', () => {
    const sent = [
      request('德阳市', '<1>'),
      request('成都市', '<2>'),
      request('德阳市', '<3>'),
      { ...request('绵阳市', '<4>'), kind: 'receipt' as const },
    ];

    expect(tell([], { sent }).asked).toEqual(['510100', '510600']);
  });
});

describe('a table of nobody', () => {
  const mail = reply({ rows: nowhere([good]), file: '附件2.xlsx' });
  const nothing = { added: [], removed: [], changed: [], same: 0 };

  it('is held, and changes nothing', () => {
    expect(tell([mail]).submissions).toMatchObject([
      { unit: '', kind: 'full', state: 'held', reason: '没有任何线索说明是哪个单位报送的', preview: nothing },
    ]);
  });

  it('may be declined', () => {
    const [question] = tell([mail]).questions;
    const state = tell([mail], { decisions: [answer(question, '不采用')] });

    expect(state.submissions).toMatchObject([
      { unit: '', kind: 'full', state: 'reverted', reason: '决定不采用：电话核实', preview: nothing },
    ]);
    expect(outcomes(state)).toEqual(['ignored mail/declined']);
  });
});

describe('a code that the campaign switched off', () => {
  it.each([
    ['register/copy', [report('德阳市', [hospital('德阳市', 1), good]), report('成都市', [good])]],
    [
      'register/no-longer-listed',
      [
        report(
          '成都市',
          [1, 2, 3, 4, 5].map((number) => hospital('成都市', number)),
        ),
        report(
          '成都市',
          [1, 2, 3, 4].map((number) => hospital('成都市', number)),
          { on: '01-12', subject: '以此为准' },
        ),
      ],
    ],
  ])('%s is told of nowhere', (code, mails) => {
    const told = (severities: Record<string, 'off'>) =>
      tell(mails, { campaign: { ...CAMPAIGN, severities } }).findings.filter((one) => one.code === code);

    expect(told({})).toHaveLength(1);
    expect(told({ [code]: 'off' })).toEqual([]);
    expect(tell(mails, { campaign: { ...CAMPAIGN, severities: { [code]: 'error' } } }).findings).toContainEqual(
      expect.objectContaining({ code, severity: 'error' }),
    );
  });
});

it('the address book may be empty', () => {
  expect(tell([report('成都市', [good])], { units: UNITS.slice(0, 0) }).registers['hospital-roster']).toEqual([]);
});
