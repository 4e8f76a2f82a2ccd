import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { drawDictionary } from '../../src/sheet/draw-dictionary.ts';
import type { Vocabulary } from '../../src/vocabularies/vocabulary.ts';
import { painted } from './painted.ts';
import { AMBULANCES, findVocabulary } from './small-form.ts';

function dictionary(more: Partial<Form> = {}, find: (id: string) => Vocabulary | undefined = own) {
  return drawDictionary({ ...AMBULANCES, ...more }, find);
}

function own(id: string): Vocabulary | undefined {
  return findVocabulary(id, AMBULANCES);
}

/** The form with one column changed. */
function changed(key: string, more: Partial<Form['columns'][number]>): Pick<Form, 'columns'> {
  return { columns: AMBULANCES.columns.map((one) => (one.key === key ? { ...one, ...more } : one)) };
}

describe('the hidden lists of a template', () => {
  it('hold for each choice its entries, its names and its codes', () => {
    const { sheet, names } = dictionary();

    expect([sheet.name, sheet.state, sheet.columns]).toEqual([
      '_字典',
      'hidden',
      Array.from({ length: 9 }, () => ({ width: 20 })),
    ]);
    expect(painted(sheet)).toEqual([
      '-: 成都市 成都市 510100 K1 监护型 监护型 K1 良好 良好 良好',
      '-: 绵阳市 绵阳市 510700 K2 转运型 转运型 K2 待修 待修 待修',
    ]);
    expect(names).toEqual([
      { name: 'L_CITY', range: "'_字典'!$A$1:$A$2" },
      { name: 'A_CITY', range: "'_字典'!$A$1:$C$2" },
      { name: 'L_VEHICLE_KIND', range: "'_字典'!$D$1:$D$2" },
      { name: 'A_VEHICLE_KIND', range: "'_字典'!$D$1:$F$2" },
      { name: 'L_STATE', range: "'_字典'!$G$1:$G$2" },
      { name: 'A_STATE', range: "'_字典'!$G$1:$I$2" },
    ]);
  });

  it('say what a template shows for each answer', () => {
    const choices = [...dictionary().choices.entries()];

    expect(choices).toEqual([
      [
        'city',
        {
          column: 'city',
          entries: ['成都市', '绵阳市'],
          listName: 'L_CITY',
          answersName: 'A_CITY',
          entryOf: new Map([
            ['成都市', '成都市'],
            ['绵阳市', '绵阳市'],
          ]),
          coded: false,
        },
      ],
      [
        'vehicleKind',
        {
          column: 'vehicleKind',
          entries: ['K1 监护型', 'K2 转运型'],
          listName: 'L_VEHICLE_KIND',
          answersName: 'A_VEHICLE_KIND',
          entryOf: new Map([
            ['监护型', 'K1 监护型'],
            ['转运型', 'K2 转运型'],
          ]),
          coded: true,
        },
      ],
      [
        'state',
        {
          column: 'state',
          entries: ['良好', '待修'],
          listName: 'L_STATE',
          answersName: 'A_STATE',
          entryOf: new Map([
            ['良好', '良好'],
            ['待修', '待修'],
          ]),
          coded: false,
        },
      ],
    ]);
  });

  it('show bare codes where the form wants them', () => {
    expect(dictionary(changed('vehicleKind', { show: 'code' })).choices.get('vehicleKind')?.entries).toEqual([
      'K1',
      'K2',
    ]);
  });

  it('show the bare name where code and name together would mean another term', () => {
    const terms = [
      { value: '一号', code: '1' },
      { value: '二号', code: '2', spellings: ['1 一号'] },
    ];
    const find = (id: string): Vocabulary | undefined =>
      id === 'kind' ? { id, title: id, source: 'test', terms } : undefined;

    expect(dictionary({}, find).choices.get('vehicleKind')?.entries).toEqual(['一号', '2 二号']);
  });

  it('leave a choice out whose vocabulary is unknown or has no answer', () => {
    const find = (id: string): Vocabulary | undefined =>
      id === 'kind' ? undefined : { id, title: id, source: 'test', terms: [{ value: '无', usable: false }] };
    const { sheet, names, choices } = dictionary({}, find);

    expect([sheet.columns, names, choices.size]).toEqual([[], [], 0]);
    expect(sheet.rows).toEqual([{ cells: [] }]);
  });

  it('leave cells empty below a shorter list', () => {
    const find = (id: string): Vocabulary | undefined => {
      const vocabulary = own(id);
      return vocabulary && id === 'state' ? { ...vocabulary, terms: vocabulary.terms.slice(0, 1) } : vocabulary;
    };

    expect(painted(dictionary({}, find).sheet)[1]).toBe('-: 绵阳市 绵阳市 510700 K2 转运型 转运型 K2 ∅×3');
  });

  it('hold the constants of GB 32100-2015 only for a form whose formulas use them', () => {
    const { sheet, names } = dictionary(changed('crew', { formula: 'SUMPRODUCT(U_W)=0' }));

    expect(names.slice(6)).toEqual([
      { name: 'U_P', range: "'_字典'!$J$1:$J$17" },
      { name: 'U_W', range: "'_字典'!$K$1:$K$17" },
      { name: 'U_A', range: "'_字典'!$L$1:$L$1" },
    ]);
    expect(painted(sheet).map((line) => line.split(' ').slice(-3).join(' '))).toEqual([
      '#1 #1 0123456789ABCDEFGHJKLMNPQRTUWXY',
      ...[3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28].map((weight, at) => `#${at + 2} #${weight} ∅`),
    ]);
  });
});
