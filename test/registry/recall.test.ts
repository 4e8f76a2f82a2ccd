import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/registry/decision.ts';
import type { MessageReading } from '../../src/registry/reading.ts';
import type { RegistryState } from '../../src/registry/register.ts';
import type { SentMail } from '../../src/registry/sent.ts';
import { memoryRecall } from '../support/memory-recall.ts';
import { decision, hospital, type Row, report, request, tell } from '../support/story.ts';

/** One thing that happens in a campaign: a mail, an answer of the office, a mail of ours. */
type Step =
  | {
      readonly what: 'mail';
      readonly city: string;
      readonly sender: string;
      readonly words: string;
      readonly numbers: number[];
      readonly fault: string;
    }
  | { readonly what: 'answer'; readonly at: number; readonly side: number }
  | { readonly what: 'waiver' | 'revert' | 'value' | 'sent'; readonly at: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('mail' as const),
      city: fc.constantFrom('成都市', '德阳市', '阿坝州'),
      sender: fc.constantFrom('', 'stranger@qq.example'),
      words: fc.constantFrom('', '补报', '更正', '撤回', '以此为准'),
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
      fault: fc.constantFrom('', '028-86123456', '13912340001'),
    }),
  },
  fc.record({ what: fc.constant('answer' as const), at: fc.nat(5), side: fc.nat(2) }),
  fc.record({
    what: fc.constantFrom('waiver' as const, 'revert' as const, 'value' as const, 'sent' as const),
    at: fc.nat(5),
  }),
);

interface Story {
  readonly readings: MessageReading[];
  readonly decisions: Decision[];
  readonly sent: SentMail[];
}

function happen(story: Story, one: Step): void {
  const { readings, decisions, sent } = story;
  if (one.what === 'mail') {
    // Hospitals of 成都市 come from every city at times: one institution from two units.
    const home = one.numbers.length > 3 ? '成都市' : one.city;
    const rows = one.numbers.map((number) =>
      hospital(home, number, one.fault === '' ? {} : { dataManagerPhone: one.fault }),
    );
    const from = one.sender === '' ? {} : { from: one.sender, file: '附件2.xlsx' };
    readings.push(report(one.city, rows, { subject: one.words, ...from }));
    return;
  }
  const state = tell(readings, { decisions, sent });
  const pick = <T>(list: readonly T[]): T | undefined => list[one.at % Math.max(1, list.length)];
  if (one.what === 'answer') {
    const question = pick(state.questions);
    const side = question?.sides[one.side % question.sides.length];
    if (question && side)
      decisions.push(
        decision({ kind: 'answer', subject: question.id, answer: side.answer, fingerprint: question.fingerprint }),
      );
  } else if (one.what === 'waiver') {
    const finding = pick(state.findings);
    if (finding) decisions.push(decision({ kind: 'waiver', subject: finding.code }));
  } else if (one.what === 'revert') {
    const submission = pick(state.submissions);
    if (submission) decisions.push(decision({ kind: 'revert', subject: submission.id }));
  } else if (one.what === 'value') {
    const row = pick(Object.values(state.registers).flat());
    if (row) decisions.push(decision({ kind: 'value', subject: `${row.id}#grade`, answer: '乙等' }));
  } else sent.push(request('德阳市', `<request-${sent.length}@example.com>`));
}

/** The state with the cells of all rows loaded. */
function withCells(state: RegistryState): unknown {
  const rows = Object.entries(state.registers).map(([form, own]) => [
    form,
    own.map(({ id, unit, content, fields, source, copies, decided }) => [
      id,
      unit,
      content,
      fields,
      source,
      copies,
      decided,
    ]),
  ]);
  return { ...state, registers: rows };
}

describe('a state derived with what earlier derivations kept', () => {
  it('is the state derived from nothing, after every step of any story', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const story: Story = { readings: [], decisions: [], sent: [] };
        const { recall } = memoryRecall();
        for (const one of steps) {
          happen(story, one);
          const { readings, ...more } = story;
          expect(withCells(tell(readings, { ...more, recall }))).toEqual(withCells(tell(readings, more)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('makes anew only what the new mail touches', () => {
    const memory = memoryRecall();
    const first = report('成都市', [hospital('成都市', 1)]);
    const other = report('德阳市', [hospital('德阳市', 2)]);
    tell([first, other], { recall: memory.recall });
    memory.made = [];

    const again = report('成都市', [hospital('成都市', 1), hospital('成都市', 3)], { on: '02-20' });
    tell([first, other, again], { recall: memory.recall });

    expect(memory.made).toEqual([`attribution ${again.message}`, 'chapter hospital-roster 510100']);
  });

  it('is judged anew where a decision was made, and attributed anew where a mail was sent', () => {
    const memory = memoryRecall();
    const first = report('成都市', [hospital('成都市', 1)]);
    tell([first], { recall: memory.recall });
    memory.made = [];

    const decisions = [decision({ kind: 'waiver', subject: 'email/shared' })];
    tell([first], { recall: memory.recall, decisions });
    tell([first], { recall: memory.recall, decisions, sent: [request('成都市', '<a@example.com>')] });

    expect(memory.made).toEqual(['chapter hospital-roster 510100', `attribution ${first.message}`]);
  });

  describe('reads the rows of a mail again', () => {
    /** The same mail, whose rows may be looked at when `allowed` says so. */
    function guarded(reading: MessageReading, allowed: () => boolean): MessageReading {
      const files = reading.files.map((file) => ({
        ...file,
        tables: file.tables.map((table) => ({
          ...table,
          get rows() {
            if (!allowed()) throw new Error(`the rows of ${reading.message} were looked at`);
            return table.rows;
          },
        })),
      }));
      return { ...reading, files };
    }

    /** What the second derivation tells after a mail of 德阳市 that lists `added`; the rows of 成都市 may be looked at or not. */
    function after(added: readonly Row[], mayLook: boolean): RegistryState {
      const { recall } = memoryRecall();
      let open = true;
      const city = guarded(report('成都市', [hospital('成都市', 1), hospital('成都市', 2)]), () => open);
      const other = report('德阳市', [hospital('德阳市', 3)]);
      tell([city, other], { recall });
      open = mayLook;
      return tell([city, other, report('德阳市', [hospital('德阳市', 3), ...added], { on: '02-20' })], { recall });
    }

    it('not where its unit shares nothing with another', () => {
      const state = after([hospital('德阳市', 4)], false);

      expect(state.registers['hospital-roster']).toHaveLength(4);
      expect(state.answers['hospital-roster']?.['level']).toEqual({ 二级: 4 });
    });

    it('where a row of the new mail shares a phone with one of its own', () => {
      const phone = hospital('成都市', 1)['dataManagerPhone'] ?? '';
      const added = [hospital('德阳市', 4, { dataManagerPhone: phone })];

      expect(() => after(added, false)).toThrow('were looked at');
      expect(after(added, true).findings.map(({ code }) => code)).toContain('phone/shared-across-units');
    });

    it('when somebody asks for a cell', () => {
      const added = [hospital('德阳市', 4)];
      const nameOf = (state: RegistryState): string | undefined =>
        state.registers['hospital-roster']?.[0]?.fields['name']?.value;

      expect(() => nameOf(after(added, false))).toThrow('were looked at');
      expect(nameOf(after(added, true))).toBe(hospital('成都市', 1)['name']);
    });
  });

  it.each<[string, (mail: MessageReading) => MessageReading]>([
    ['another mail in its place', () => report('成都市', [hospital('成都市', 2)])],
    [
      'a file of another name',
      (mail) => ({ ...mail, files: mail.files.map((one) => ({ ...one, path: `成都/${one.path}` })) }),
    ],
    [
      'another file of that name',
      (mail) => ({ ...mail, files: mail.files.map((one) => ({ ...one, sha256: 'other' })) }),
    ],
    ['another time of receipt', (mail) => ({ ...mail, receivedAt: '2025-01-11T02:00:00.000Z' })],
  ])('is judged anew for %s', (_, change) => {
    const { recall } = memoryRecall();
    const mail = report('成都市', [hospital('成都市', 1, { grade: '' })]);
    const changed = change(mail);
    tell([mail], { recall });

    expect(tell([changed], { recall })).toEqual(tell([changed]));
  });
});
