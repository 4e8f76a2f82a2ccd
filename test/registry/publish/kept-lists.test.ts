import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/registry/publish/edition.ts';
import { listContacts } from '../../../src/registry/publish/list-contacts.ts';
import { selectAccounts } from '../../../src/registry/publish/select-accounts.ts';
import type { Recall } from '../../../src/registry/recall.ts';
import type { Question, RegisterRow } from '../../../src/registry/register.ts';
import { LIST } from '../../support/list-facts.ts';
import { memoryRecall } from '../../support/memory-recall.ts';
import { editionOfState, ROSTER, registerRow, registryState, UNITS } from '../../support/registry-state.ts';

const person = fc.record({
  unit: fc.constantFrom(...UNITS.map((unit) => unit.code)),
  name: fc.constantFrom('甲医院', '乙医院', '丙医院'),
  dataManagerName: fc.constantFrom('张三', '李四'),
  dataManagerPhone: fc.constantFrom('', '13912345670', '13912345671', '13912345672', '0830-1234567'),
  dataManagerEmail: fc.constantFrom('', 'a@example.org', 'A@example.org', 'b@example.org', 'c'),
  medicineKind: fc.constantFrom('中医', '西医', ''),
});
const question: fc.Arbitrary<Question> = fc
  .record({ unit: fc.constantFrom(...UNITS.map((unit) => unit.code)), label: fc.constantFrom('甲医院', '乙医院') })
  .map(({ unit, label }) => ({
    id: `duplicate-${unit}`,
    kind: 'duplicate',
    question: `“${label}”由哪个单位报送？`,
    sides: [],
    unit,
    form: ROSTER.form,
    messages: [],
    fingerprint: '',
  }));
const version = fc.record({
  people: fc.array(person, { maxLength: 8 }),
  questions: fc.array(question, { maxLength: 1 }),
});

function rowsOf(people: readonly { readonly unit: string }[]): RegisterRow[] {
  return people.map(({ unit, ...values }, at) => registerRow({ unit, values, row: 5 + at, id: `r${at}` }));
}

function told(edition: Edition): unknown {
  const selection = selectAccounts(LIST, ROSTER, edition);
  const contacts = listContacts({ list: LIST, form: ROSTER, selection }, edition);
  return [
    selection.sheets.map(({ sheet, rows }) => [sheet, rows.map((row) => row.id)]),
    selection.leftOut.map(({ row, unit, reasons, remedies }) => [row?.id, unit, reasons, remedies]),
    contacts.lines(),
  ];
}

describe('the package for HQMS, drawn with what earlier versions kept', () => {
  it('is the one drawn from nothing, version after version', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (versions) => {
        const { recall } = memoryRecall();
        for (const { people, questions } of versions) {
          const state = registryState(rowsOf(people), { questions });
          expect(told(editionOfState(state, { recall }))).toEqual(told(editionOfState(state)));
        }
      }),
    );
  });

  it('tells of the same contacts section by section, and of none otherwise under the same key', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (versions) => {
        const drawn = new Map<string, unknown>();
        const { recall } = memoryRecall();
        for (const { people } of versions) {
          const list = contactsOf(rowsOf(people), recall);
          const sections = list.sections ?? [];
          expect(sections.flatMap((section) => section.lines())).toEqual(list.lines());
          for (const { key, lines } of sections) {
            expect(drawn.get(key) ?? lines()).toEqual(lines());
            drawn.set(key, lines());
          }
        }
      }),
    );
  });

  it('looks at the contacts of a unit again only where it shares one with another', () => {
    const [first = '', second = ''] = UNITS.map((unit) => unit.code);
    const { recall } = memoryRecall();
    const row = registerRow({
      unit: first,
      values: { dataManagerPhone: '13912345670', dataManagerEmail: 'a@example.org' },
    });
    let looked = 0;
    const watched: RegisterRow = {
      ...row,
      get fields() {
        looked += 1;
        return row.fields;
      },
    };
    const looks = (stranger: Readonly<Record<string, string>>): number => {
      const edition = editionOfState(
        registryState([watched, registerRow({ unit: second, row: 6, values: stranger })]),
        {
          recall,
        },
      );
      looked = 0;
      contactsIn(edition);
      return looked;
    };
    contactsOf([watched], recall);

    expect(looks({ dataManagerPhone: '13912345671', dataManagerEmail: 'b@example.org' })).toBe(0);
    expect(looks({ dataManagerPhone: '13912345671', dataManagerEmail: 'a@example.org' })).toBeGreaterThan(0);
  });
});

function contactsOf(rows: readonly RegisterRow[], recall: Recall): ReturnType<typeof listContacts> {
  return contactsIn(editionOfState(registryState(rows), { recall }));
}

function contactsIn(edition: Edition): ReturnType<typeof listContacts> {
  return listContacts({ list: LIST, form: ROSTER, selection: selectAccounts(LIST, ROSTER, edition) }, edition);
}
