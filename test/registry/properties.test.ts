import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decision, hospital, ROSTER, reply, report, tell } from '../support/story.ts';

const CITIES = ['成都市', '德阳市', '绵阳市', '阿坝州'] as const;
type State = ReturnType<typeof tell>;

/** A mailbox: reports of several cities with full, partial and mistaken tables, and other mail between them. */
const mailboxOf = fc.array(
  fc.record({
    city: fc.constantFrom(...CITIES),
    sender: fc.constantFrom('own', 'stranger'),
    words: fc.constantFrom('', '补报', '更正', '撤回', '以此为准', '请问', '收到'),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
    phone: fc.constantFrom('', '13912340001', '028-86123456'),
    twice: fc.boolean(),
  }),
  { maxLength: 8 },
);

type Plan = typeof mailboxOf extends fc.Arbitrary<infer T> ? T : never;

function mails(plan: Plan): ReturnType<typeof report>[] {
  return plan.map(({ city, sender, words, numbers, phone, twice }) => {
    const rows = numbers.map((number) => hospital(city, number, phone === '' ? {} : { dataManagerPhone: phone }));
    const all = twice ? [...rows, ...rows.slice(0, 1)] : rows;
    const from = sender === 'own' ? {} : { from: 'stranger@qq.example', file: '附件2.xlsx' };
    return numbers.length === 0 ? reply({ text: words }) : report(city, all, { subject: words, ...from });
  });
}

/** Names and values of the register, without where they were read. */
function content(state: State): unknown {
  return state.registers[ROSTER.form]?.map((row) => [row.id, Object.values(row.fields).map((field) => field.value)]);
}

describe('whatever comes', () => {
  it('every message is in exactly one state, with a reason', () => {
    fc.assert(
      fc.property(mailboxOf, (plan) => {
        const all = mails(plan);
        const state = tell(all);

        expect(state.messages.map((one) => one.message)).toEqual(all.map((one) => one.message));
        for (const one of state.messages) {
          expect(one.state).toMatch(/^(?:merged|superseded|held|ignored|quarantined)$/);
          expect([one.reason, one.reasonCode]).not.toContain('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no row of a table in force vanishes: it stands, is a copy, or a later mail replaced it', () => {
    fc.assert(
      fc.property(mailboxOf, (plan) => {
        const state = tell(mails(plan));
        const known = new Set(
          (state.registers[ROSTER.form] ?? []).flatMap((row) => [
            row.fields['uscc']?.value,
            ...row.copies.map(() => row.fields['uscc']?.value),
          ]),
        );
        const told = new Set(state.findings.map((one) => one.uscc));
        const withdrawn = new Set(
          state.submissions.filter((one) => one.kind === 'withdrawal').flatMap((one) => one.preview.removed),
        );
        for (const submission of state.submissions) {
          if (submission.state !== 'accepted' || submission.kind === 'withdrawal') continue;
          for (const { table } of submission.tables)
            for (const { fields } of table.rows) {
              const uscc = fields['uscc']?.value;
              const gone = withdrawn.has(fields['name']?.value ?? '');
              expect(known.has(uscc) || told.has(uscc) || gone).toBe(true);
            }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the same mails again change nothing', () => {
    fc.assert(
      fc.property(mailboxOf, (plan) => {
        const all = mails(plan);

        expect(tell(all)).toEqual(tell(all));
      }),
      { numRuns: 20 },
    );
  });

  it('a row id is never given twice', () => {
    fc.assert(
      fc.property(mailboxOf, (plan) => {
        const ids = (tell(mails(plan)).registers[ROSTER.form] ?? []).map((row) => row.id);

        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 40 },
    );
  });

  it('the last table resent changes nothing in the register', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }), (numbers) => {
        const rows = numbers.map((number) => hospital('成都市', number));
        const first = report('成都市', rows);
        const again = report('成都市', rows, { on: '01-20' });

        expect(content(tell([first, again]))).toEqual(content(tell([first])));
        expect(tell([first, again]).messages.map((one) => one.state)).toEqual(['merged', 'superseded']);
      }),
      { numRuns: 30 },
    );
  });

  it('independent units may report in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CITIES.slice(), { minLength: 2 }), (cities) => {
        const one = (city: string, at: number) =>
          report(city, [hospital(city, 1), hospital(city, 2)], { on: `01-${10 + at}` });
        const given = tell(cities.map(one));
        const sorted = tell(CITIES.filter((city) => cities.includes(city)).map(one));

        expect(content(given)).toEqual(content(sorted));
      }),
      { numRuns: 20 },
    );
  });
});

describe('whatever a unit sends without a word', () => {
  const tables = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 5,
  });
  const told = (plan: readonly (readonly number[])[]) =>
    plan.map((numbers, at) =>
      report(
        '成都市',
        numbers.map((number) => hospital('成都市', number)),
        { on: `01-${10 + at}` },
      ),
    );

  it('no row that stood once is gone without a finding', () => {
    fc.assert(
      fc.property(tables, (plan) => {
        const state = tell(told(plan));
        const standing = new Set((state.registers[ROSTER.form] ?? []).map((row) => row.fields['name']?.value));
        const missed = new Set(
          state.findings.flatMap((one) => (one.code === 'register/no-longer-listed' ? [one.seen] : [])),
        );
        const taken = state.submissions.filter((one) => one.state === 'accepted' || one.state === 'superseded');
        const once = taken.flatMap((one) => one.tables.flatMap(({ table }) => table.rows));

        expect(
          once.map((row) => row.fields['name']?.value ?? '').filter((name) => standing.has(name) === missed.has(name)),
        ).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('a table that is held changes nothing', () => {
    fc.assert(
      fc.property(tables, (plan) => {
        const mails = told(plan);
        const state = tell(mails);
        const held = new Set(state.messages.flatMap((one) => (one.state === 'held' ? [one.message] : [])));

        expect(content(tell(mails.filter((mail) => !held.has(mail.message))))).toEqual(content(state));
      }),
      { numRuns: 20 },
    );
  });

  it('the last table reverted leaves what stood before it', () => {
    fc.assert(
      fc.property(tables, (plan) => {
        const mails = told(plan);
        const subject = tell(mails).submissions.at(-1)?.id ?? '';

        expect(content(tell(mails, { decisions: [decision({ kind: 'revert', subject })] }))).toEqual(
          content(tell(mails.slice(0, -1))),
        );
      }),
      { numRuns: 20 },
    );
  });
});
