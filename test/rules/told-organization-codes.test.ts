import { describe, expect, it } from 'vitest';
import { NOBODYS_ID } from '../support/judge-value.ts';
import { tellValue } from '../support/tell.ts';

describe('what the sender reads about an organisation code', () => {
  it.each([
    ['无', {}, ['cell/placeholder error: “列”填的是“无”，等于没有填写']],
    [NOBODYS_ID, {}, ['cell/id-card block: “列”填的像是身份证号码（519900***********6），属于个人信息，本表不收集']],
    [
      '12510100450712347E',
      {},
      [
        'organization-code/wrong-column error: “列”填的“12510100450712347E”像是统一社会信用代码，不是组织机构代码 → 450712347（取自统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    [
      '12510100450712347E',
      { row: { uscc: '12510100450718909X' } },
      [
        'organization-code/wrong-column error: “列”填的“12510100450712347E”像是统一社会信用代码，不是组织机构代码 → 450718909（取自统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    [
      '45071234751010411A1001',
      {},
      [
        'organization-code/wrong-column error: “列”填的“45071234751010411A1001”像是医疗机构执业许可证登记号，不是组织机构代码',
      ],
    ],
    [
      'H51010400001',
      {},
      ['organization-code/wrong-column error: “列”填的“H51010400001”像是医保定点医药机构编码，不是组织机构代码'],
    ],
    ['13900001234', {}, ['organization-code/wrong-column error: “列”填的“13900001234”像是手机号码，不是组织机构代码']],
    [
      '028-86123456',
      {},
      ['organization-code/wrong-column error: “列”填的“028-86123456”像是固定电话，不是组织机构代码'],
    ],
    ['luo@163.com', {}, ['organization-code/wrong-column error: “列”填的“luo@163.com”像是电子邮箱，不是组织机构代码']],
    [
      '510104450712347',
      {},
      ['organization-code/wrong-column error: “列”填的“510104450712347”像是卫生统计账户编号，不是组织机构代码'],
    ],
    [
      '510100000012345',
      {},
      ['organization-code/wrong-column error: “列”填的“510100000012345”像是营业执照注册号，不是组织机构代码'],
    ],
    [
      '4507123一7',
      { row: { uscc: '12510100450712347E' } },
      [
        'organization-code/characters error: “列”“4507123一7”含有组织机构代码中不会出现的字符 → 450712347（取自统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    ['4507123一7', {}, ['organization-code/characters error: “列”“4507123一7”含有组织机构代码中不会出现的字符']],
    ['45071234E', {}, ['organization-code/characters error: “列”“45071234E”含有组织机构代码中不会出现的字符']],
    [
      '45071234',
      { row: { uscc: '12510100450712347E' } },
      [
        'organization-code/length error: “列”“45071234”有8位，应为9位 → 450712347（取自统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    ['45071234', {}, ['organization-code/length error: “列”“45071234”有8位，应为9位']],
    ['4507123477', {}, ['organization-code/length error: “列”“4507123477”有10位，应为9位']],
    [
      '45071234B',
      { row: { uscc: '12510100450712347E' } },
      [
        'organization-code/statistical warning: “列”“45071234B”第9位是 B，疑为普查统计中给单位本部编的代码，不是法定代码 → 450712347（取自统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    [
      '45071234B',
      {},
      [
        'organization-code/statistical warning: “列”“45071234B”第9位是 B，疑为普查统计中给单位本部编的代码，不是法定代码',
      ],
    ],
    [
      '450712374',
      { row: { uscc: '12510100450712347E' } },
      [
        'organization-code/check-digit error: “列”“450712374”的校验位不符，至少有一位填错 → 450712347（取自统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    ['450712374', {}, ['organization-code/check-digit error: “列”“450712374”的校验位不符，至少有一位填错']],
    [
      '450712374',
      { row: { uscc: '12510100450721347E' } },
      ['organization-code/check-digit error: “列”“450712374”的校验位不符，至少有一位填错'],
    ],
    [
      '45071234-7',
      {},
      ['organization-code/hyphen notice: “列”“45071234-7”带有连字符 → 450712347（去掉连字符后校验位相符）'],
    ],
    ['45071234-8', {}, ['organization-code/check-digit error: “列”“45071234-8”的校验位不符，至少有一位填错']],
    [
      'PDY123450',
      {},
      ['organization-code/self-defined notice: “列”“PDY123450”属于 PDY 自定义区，是系统内部自编的代码'],
    ],
    ['5.1E+8', {}, []],
    [
      '',
      { row: { uscc: '12510100450712347E' } },
      ['cell/required error: “列”未填写 → 450712347（取自本行统一社会信用代码第9至17位，校验位相符）'],
    ],
    ['', { row: { uscc: '12510100450721347E' } }, ['cell/required error: “列”未填写']],
    ['', { row: { uscc: '12510100450712347E' }, raw: '4.5E+8' }, []],
    ['', { row: {}, raw: ' ​ ' }, ['cell/required error: “列”未填写']],
  ])('“%s” %j → %j', (value, around, told) => {
    expect(tellValue('organizationCode', value, around)).toEqual(told);
  });
});
