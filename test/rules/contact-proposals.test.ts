import { describe, expect, it } from 'vitest';
import { judgeValue } from '../support/judge-value.ts';

const PHONE = 'dataManagerPhone';
const EMAIL = 'dataManagerEmail';

describe('what is proposed for a telephone or mailbox', () => {
  it.each([
    [
      'the only mobile number beside a landline',
      PHONE,
      '13958204716、028-86123456',
      {},
      'phone/two-numbers',
      '13958204716',
    ],
    ['the same number twice', PHONE, '13958204716/13958204716', {}, 'phone/two-numbers', '13958204716'],
    ['nothing for two mobile numbers', PHONE, '13958204716/13800001234', {}, 'phone/two-numbers', undefined],
    [
      'the number in the column of the mailbox',
      PHONE,
      'luo@163.com',
      { [EMAIL]: '13958204716' },
      'phone/wrong-column',
      '13958204716',
    ],
    [
      'nothing where no column has a number',
      PHONE,
      'luo@163.com',
      { [EMAIL]: 'luo@qq.com' },
      'phone/wrong-column',
      undefined,
    ],
    [
      'the address in the column of the telephone',
      EMAIL,
      '13958204716',
      { [PHONE]: 'luo@163.com' },
      'email/wrong-column',
      'luo@163.com',
    ],
    [
      'nothing where two columns have different addresses',
      EMAIL,
      '13958204716',
      { [PHONE]: 'luo@163.com', dataManagerName: 'deng@163.com' },
      'email/wrong-column',
      undefined,
    ],
  ])('%s', (_, key, value, row, code, fix) => {
    const fault = judgeValue(key, value, { row }).get(code);
    expect(fault?.fix).toBe(fix);
    expect(fault?.proof === undefined).toBe(fix === undefined);
  });

  it('a country code that the reader took off is told as done', () => {
    const fault = judgeValue(PHONE, '13958204716', { raw: '+86 139-5820-4716' }).get('phone/country-code');
    expect(fault).toMatchObject({ seen: '+86 139-5820-4716', fix: '13958204716', applied: true });
  });
});

describe('a name with a department in brackets', () => {
  it.each([
    ['罗知遥（信息科）', '罗知遥'],
    ['罗知遥 (医务科)', '罗知遥'],
    ['信息科（罗知遥）', undefined],
    ['信息科', undefined],
  ])('%s is proposed as %s', (value, fix) => {
    expect(judgeValue('dataManagerName', value).get('person/institution')?.fix).toBe(fix);
  });
});
