import { describe, expect, it } from 'vitest';
import { decodeRegistrationNumber } from '../../src/rules/codes/registration-number.ts';
import { judgeRowOf, judgeValue, NOBODYS_ID } from '../support/judge-value.ts';

const GOOD = '45071234751010411A1001';
const codes = (value: string, unit = '成都市'): string[] => [
  ...judgeValue('registrationNumber', value, { unit }).keys(),
];

describe('a registration number', () => {
  it('has five parts', () => {
    expect(decodeRegistrationNumber(GOOD)).toEqual({
      organizationCode: '450712347',
      division: '510104',
      economicType: '11',
      category: 'A100',
      management: '1',
    });
  });

  it.each([
    ['right', GOOD, []],
    ['of the city', '45071234751010011A1001', []],
    ['of the province', '45071234751000011A1001', []],
    ['blank', '', ['cell/required']],
    ['a placeholder', '/', ['cell/placeholder']],
    ['a citizen’s number', NOBODYS_ID, ['cell/id-card']],
    ['the credit code', '12510100450712347E', ['registration-number/wrong-column']],
    ['an insurance code', 'H51010400001', ['registration-number/wrong-column']],
    ['a mobile number', '13900001234', ['registration-number/wrong-column']],
    ['a mailbox', 'luo@163.com', ['registration-number/wrong-column']],
    ['words of a certificate', '登字第45071234号', ['registration-number/characters']],
    ['twelve digits of old', '510104123456', ['registration-number/length']],
    ['fifteen digits', '510100000012345', ['registration-number/length']],
    ['one character short', '4507123475101041A1001', ['registration-number/length']],
    ['no letter of a category', '4507123475101041101001', ['registration-number/layout']],
    ['a letter in the division', '4507123475101O411A1001', ['registration-number/layout']],
    ['another last digit', '45071234751010411A1005', ['registration-number/layout']],
    ['a slip in the organisation code', '45071237451010411A1001', ['registration-number/organization-part']],
    ['the written form', '45071234-751010411A1001', ['registration-number/hyphen']],
    ['a code of health statistics', 'PDY12345051010411A1001', ['registration-number/self-defined']],
    ['no such economic type', '45071234751010499A1001', ['registration-number/economic-type']],
    ['no such division', '45071234751997711A1001', ['registration-number/division']],
    ['a division of another city', '45071234751070311A1001', ['registration-number/division']],
    ['a division of old in the same city', '45071234751012211A1001', ['registration-number/retired-division']],
    ['a division that went to another city', '45071234751208111A1001', ['registration-number/retired-division']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect(codes(value)).toEqual(expected);
  });

  it.each([
    ['510100000012345', '，像是营业执照注册号'],
    ['510104123456', '，像是早年的登记号'],
    ['510104450712347', '，像是卫生统计账户编号'],
    ['450712347', '，像是组织机构代码'],
    ['5101', ''],
  ])('of another length tells what %s looks like', (value, looks) => {
    expect(judgeValue('registrationNumber', value).get('registration-number/length')?.detail?.['looks']).toBe(looks);
  });

  it.each([
    ['4507123475101O411A1001', '第10至15位（行政区划）'],
    ['450712347510104B1A1001', '第16至17位（经济类型）'],
    ['4507123475101041101001', '第18至21位（机构类别）'],
    ['45071234751010411A1005', '第22位（分类管理）'],
  ])('names the part of %s that breaks the layout', (value, part) => {
    expect(judgeValue('registrationNumber', value).get('registration-number/layout')?.detail?.['part']).toBe(part);
  });
});

describe('a registration number beside the other columns', () => {
  it.each([
    ['all agrees', {}, []],
    [
      'another body’s organisation code',
      { registrationNumber: '45071235551010411A1001' },
      ['registration-number/organization-mismatch'],
    ],
    ['a code of health statistics is not compared', { registrationNumber: 'PDY12345051010411A1001' }, []],
    ['another category', { registrationNumber: '45071234751010411A5141' }, ['registration-number/category-mismatch']],
    [
      'medicine of the other kind, category unknown',
      { registrationNumber: '45071234751010411A2101', category: '' },
      ['registration-number/medicine-mismatch'],
    ],
    [
      'a public institution run for profit',
      { registrationNumber: '45071234751010411A1002' },
      ['registration-number/management'],
    ],
    ['an old number says nothing', { registrationNumber: '510104123456' }, []],
    ['blank says nothing', { registrationNumber: '' }, []],
    ['an unsound credit code is not compared', { uscc: '12510100450721347E', organizationCode: '' }, []],
  ])('%s → %j', (_, changes, expected) => {
    expect([...judgeRowOf(changes).keys()]).toEqual(expected);
  });

  it('whose first nine characters hold one slip is proposed out of the credit code', () => {
    const fault = judgeValue('registrationNumber', '45071237451010411A1001', { row: { uscc: '12510100450712347E' } });

    expect(fault.get('registration-number/organization-part')?.fix).toBe(GOOD);
  });

  it('of quite another body is not made to fit', () => {
    expect(
      judgeRowOf({ registrationNumber: 'MADLE06Q751010411A1001' }).get('registration-number/organization-mismatch')
        ?.fix,
    ).toBeUndefined();
  });
});
