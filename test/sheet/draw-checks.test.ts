import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { drawChecks } from '../../src/sheet/draw-checks.ts';
import { drawDictionary } from '../../src/sheet/draw-dictionary.ts';
import { AMBULANCES, findVocabulary } from './small-form.ts';

function checks(form: Form = AMBULANCES) {
  return drawChecks(form, drawDictionary(form, (id) => findVocabulary(id, form)).choices, 9);
}

/** The form with one column changed. */
function changed(key: string, more: Partial<Form['columns'][number]>): Form {
  return { ...AMBULANCES, columns: AMBULANCES.columns.map((one) => (one.key === key ? { ...one, ...more } : one)) };
}

describe('what a template asks before it lets a value pass', () => {
  const ANY = '请核对后重新填写。';

  it.each([
    ['A5:A9', 'none', undefined, '序号', undefined, ANY, undefined],
    ['B5:B9', 'list', 'L_CITY', '市', undefined, ANY, 'stop'],
    ['C5:C9', 'none', undefined, '车牌号', '川A 开头。', '川A 开头。', undefined],
    ['D5:D9', 'list', 'L_VEHICLE_KIND', '车型', '选一项。', '选一项。', 'warning'],
    ['E5:E9', 'list', 'L_STATE', '车况', undefined, ANY, 'stop'],
    ['F5:F9', 'custom', 'OR(ISNUMBER(F5),ISNUMBER(DATEVALUE(F5)))', '购置日期', undefined, ANY, 'warning'],
    ['G5:G9', 'custom', 'ISNUMBER(--G5)', '担架数', undefined, ANY, 'warning'],
    ['H5:H9', 'custom', 'LEN(H5)<LEN($C5)+LEN({nobody})', '负责人', undefined, ANY, 'warning'],
    [
      'I5:I9',
      'custom',
      'AND(LEN(I5)=11,LEFT(I5)="1",ISNUMBER(--I5),ISERROR(FIND(".",I5)),ISERROR(SEARCH("e",I5)))',
      '手机号码',
      undefined,
      ANY,
      'warning',
    ],
    [
      'J5:J9',
      'custom',
      'AND(ISNUMBER(FIND(".",J5,FIND("@",J5)+2)),ISERROR(FIND(" ",TRIM(J5))))',
      '邮箱',
      undefined,
      ANY,
      'warning',
    ],
    ['K5:K9', 'none', undefined, '所在医院', undefined, ANY, undefined],
    ['L5:L9', 'none', undefined, '备注', undefined, ANY, undefined],
  ])('%s: %s %s', (range, kind, formula, name, prompt, error, errorStyle) => {
    const found = checks().validations.find((one) => one.range === range);

    expect(found).toEqual({
      range,
      kind,
      ...(formula === undefined ? {} : { formula }),
      promptTitle: name,
      ...(prompt === undefined ? {} : { prompt }),
      errorTitle: `${name}与要求不符`,
      error,
      ...(errorStyle === undefined ? {} : { errorStyle }),
    });
  });

  it('cuts a title at the 32 characters that Excel takes', () => {
    const [first] = checks(changed('sequence', { header: '长'.repeat(40) })).validations;

    expect(first?.errorTitle).toBe('长'.repeat(32));
  });

  it('leaves a formula out that is longer than Excel takes', () => {
    const kinds = [255, 256].map((length) => {
      const { validations } = checks(changed('plate', { formula: '1'.repeat(length) }));
      return validations[2]?.kind;
    });

    expect(kinds).toEqual(['custom', 'none']);
  });
});

describe('what a template paints red', () => {
  const BLANK = (cell: string): string => `AND(LEN(TRIM(${cell}))=0,COUNTA($C5:$L5)>0)`;
  const WRONG = (cell: string, right: string): string => `AND(LEN(${cell})>0,NOT(IFERROR(${right},FALSE)))`;

  it.each([
    ['a running number', 'A', []],
    ['a city that is blank or unknown', 'B', [BLANK('B5'), WRONG('B5', 'SUMPRODUCT(--(A_CITY=B5&""))>0')]],
    [
      'a code that is blank, a number, or there twice',
      'C',
      [BLANK('C5'), 'ISNUMBER(C5)', 'AND(LEN(C5)>0,SUMPRODUCT(--($C$5:$C$9=C5))>1)'],
    ],
    ['a choice that need not be made', 'D', [WRONG('D5', 'SUMPRODUCT(--(A_VEHICLE_KIND=D5&""))>0')]],
    ['a number that need not be given', 'G', [WRONG('G5', 'ISNUMBER(--G5)')]],
    ['a formula of the form', 'H', [BLANK('H5'), WRONG('H5', 'LEN(H5)<LEN($C5)+LEN({nobody})')]],
    ['a name', 'K', [BLANK('K5')]],
    ['a remark', 'L', []],
  ])('%s', (_, letters, formulas) => {
    const found = checks().highlights.filter(({ range }) => range === `${letters}5:${letters}9`);

    expect(found.map(({ formula }) => formula)).toEqual(formulas);
    expect(found.every(({ style }) => style === 'wrong')).toBe(true);
  });

  it('counts as begun what stands beside the number and the unit, wherever they are', () => {
    const inside = checks({ ...AMBULANCES, sequenceColumn: 'state', unitColumn: 'phone' });
    const alone = checks({ ...AMBULANCES, columns: AMBULANCES.columns.slice(0, 2) });

    expect(inside.highlights[0]?.formula).toBe('AND(LEN(TRIM(B5))=0,COUNTA($A5:$D5,$F5:$H5,$J5:$L5)>0)');
    expect(alone.highlights.map(({ formula }) => formula)).toEqual([WRONG('B5', 'SUMPRODUCT(--(A_CITY=B5&""))>0')]);
  });

  it('looks for doubles only of a code that names a row by itself', () => {
    const doubles = (form: Form): readonly string[] =>
      checks(form).highlights.flatMap(({ formula, range }) => (formula.endsWith('>1)') ? range : []));

    expect(doubles({ ...AMBULANCES, identity: ['plate+city', 'crew'] })).toEqual([]);
    expect(doubles({ ...AMBULANCES, identity: ['crew', 'plate'] })).toEqual(['C5:C9']);
  });
});
