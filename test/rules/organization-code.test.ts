import { describe, expect, it } from 'vitest';
import { isOrganizationCode, organizationCheckCharacter } from '../../src/rules/codes/organization-code.ts';
import { judgeValue, NOBODYS_ID } from '../support/judge-value.ts';

describe('an organisation code', () => {
  it.each([
    ['right', '450712347', []],
    ['with letters', 'MADLE06Q7', []],
    ['blank', '', ['cell/required']],
    ['a placeholder', '无', ['cell/placeholder']],
    ['a citizen’s number', NOBODYS_ID, ['cell/id-card']],
    ['the credit code', '12510100450712347E', ['organization-code/wrong-column']],
    ['the registration number', '45071234751010411A1001', ['organization-code/wrong-column']],
    ['an insurance code', 'H51010400001', ['organization-code/wrong-column']],
    ['a mobile number', '13900001234', ['organization-code/wrong-column']],
    ['a business licence of old', '510100000012345', ['organization-code/wrong-column']],
    ['a Chinese character inside', '4507123一7', ['organization-code/characters']],
    ['another letter at the end', '45071234E', ['organization-code/characters']],
    ['eight characters', '45071234', ['organization-code/length']],
    ['ten characters', '4507123477', ['organization-code/length']],
    ['the code of a head office in a census', '45071234B', ['organization-code/statistical']],
    ['two characters swapped', '450712374', ['organization-code/check-digit']],
    ['in its printed form', '45071234-7', ['organization-code/hyphen']],
    ['of health statistics', 'PDY123450', ['organization-code/self-defined']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect([...judgeValue('organizationCode', value).keys()]).toEqual(expected);
  });

  it('with the printed hyphen is proposed without it', () => {
    expect(judgeValue('organizationCode', '45071234-7').get('organization-code/hyphen')?.fix).toBe('450712347');
  });

  it('out of its credit code is proposed when the credit code itself stands there', () => {
    const fault = judgeValue('organizationCode', '12510100450712347E').get('organization-code/wrong-column');

    expect(fault).toMatchObject({ fix: '450712347', detail: { kind: '统一社会信用代码' } });
  });

  it.each([
    ['45071234', '7'],
    ['D2143569', 'X'],
    ['00000000', '0'],
    ['4507123', ''],
    ['4507123一', ''],
  ])('the check character of %s is “%s” (GB 11714)', (body, check) => {
    expect(organizationCheckCharacter(body)).toBe(check);
    expect(isOrganizationCode(body + check)).toBe(check !== '');
  });
});
