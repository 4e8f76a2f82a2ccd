import { describe, expect, it } from 'vitest';
import { NOBODYS_ID } from '../support/judge-value.ts';
import { tellValue } from '../support/tell.ts';

describe('what the sender reads about a registration number', () => {
  it.each([
    [
      '45071234-751070399A1001',
      { unit: '成都市' },
      [
        'registration-number/hyphen notice: “列”“45071234-751070399A1001”带有连字符 → 45071234751070399A1001（去掉连字符后为22位，结构相符）',
      ],
    ],
    [
      '45071237451070399A1001',
      { unit: '成都市' },
      [
        'registration-number/organization-part error: “列”“45071237451070399A1001”第1至9位（450712374）不是正确的组织机构代码',
      ],
    ],
    [
      '45071237451012211A1001',
      { unit: '成都市' },
      [
        'registration-number/organization-part error: “列”“45071237451012211A1001”第1至9位（450712374）不是正确的组织机构代码',
      ],
    ],
    [
      'PDY12345-051010411A1001',
      { unit: '成都市' },
      [
        'registration-number/hyphen notice: “列”“PDY12345-051010411A1001”带有连字符 → PDY12345051010411A1001（去掉连字符后为22位，结构相符）',
      ],
    ],
    [
      '450712347O1010411A1001',
      {},
      [
        'registration-number/layout warning: “列”“450712347O1010411A1001”有22位，但第10至15位（行政区划）不符合编码结构',
      ],
    ],
    [
      '4507123475101041BA1001',
      {},
      [
        'registration-number/layout warning: “列”“4507123475101041BA1001”有22位，但第16至17位（经济类型）不符合编码结构',
      ],
    ],
    [
      '45071234751010411XA100',
      {},
      [
        'registration-number/layout warning: “列”“45071234751010411XA100”有22位，但第18至21位（机构类别）不符合编码结构',
      ],
    ],
    [
      '45071234751010411A1B01',
      {},
      [
        'registration-number/layout warning: “列”“45071234751010411A1B01”有22位，但第18至21位（机构类别）不符合编码结构',
      ],
    ],
    ['/', {}, ['cell/placeholder error: “列”填的是“/”，等于没有填写']],
    [NOBODYS_ID, {}, ['cell/id-card block: “列”填的像是身份证号码（519900***********6），属于个人信息，本表不收集']],
    [
      '12510100450712347E',
      {},
      [
        'registration-number/wrong-column error: “列”填的“12510100450712347E”像是统一社会信用代码，不是执业许可证登记号',
      ],
    ],
    [
      'H51010400001',
      {},
      ['registration-number/wrong-column error: “列”填的“H51010400001”像是医保定点医药机构编码，不是执业许可证登记号'],
    ],
    [
      '13900001234',
      {},
      ['registration-number/wrong-column error: “列”填的“13900001234”像是手机号码，不是执业许可证登记号'],
    ],
    [
      '028-86123456',
      {},
      ['registration-number/wrong-column error: “列”填的“028-86123456”像是固定电话，不是执业许可证登记号'],
    ],
    [
      'luo@163.com',
      {},
      ['registration-number/wrong-column error: “列”填的“luo@163.com”像是电子邮箱，不是执业许可证登记号'],
    ],
    [
      '登字第45071234号',
      {},
      ['registration-number/characters error: “列”“登字第45071234号”含有登记号中不会出现的字符'],
    ],
    [
      '510104123456',
      {},
      ['registration-number/length warning: “列”“510104123456”有12位，一般为22位，像是早年的登记号'],
    ],
    [
      '12345678901234567',
      {},
      ['registration-number/length warning: “列”“12345678901234567”有17位，一般为22位，像是早年的登记号'],
    ],
    [
      '510100000012345',
      {},
      ['registration-number/length warning: “列”“510100000012345”有15位，一般为22位，像是营业执照注册号'],
    ],
    [
      '510104450712347',
      {},
      ['registration-number/length warning: “列”“510104450712347”有15位，一般为22位，像是卫生统计账户编号'],
    ],
    ['450712347', {}, ['registration-number/length warning: “列”“450712347”有9位，一般为22位，像是组织机构代码']],
    ['5101', {}, ['registration-number/length warning: “列”“5101”有4位，一般为22位']],
    [
      '4507123475101O411A1001',
      {},
      [
        'registration-number/layout warning: “列”“4507123475101O411A1001”有22位，但第10至15位（行政区划）不符合编码结构',
      ],
    ],
    [
      '450712347510104B1A1001',
      {},
      [
        'registration-number/layout warning: “列”“450712347510104B1A1001”有22位，但第16至17位（经济类型）不符合编码结构',
      ],
    ],
    [
      '4507123475101041101001',
      {},
      [
        'registration-number/layout warning: “列”“4507123475101041101001”有22位，但第18至21位（机构类别）不符合编码结构',
      ],
    ],
    [
      '45071234751010411A1005',
      {},
      ['registration-number/layout warning: “列”“45071234751010411A1005”有22位，但第22位（分类管理）不符合编码结构'],
    ],
    [
      '45071234--51010411A100',
      {},
      [
        'registration-number/layout warning: “列”“45071234--51010411A100”有22位，但第1至9位（组织机构代码）不符合编码结构',
      ],
    ],
    [
      '45071237451010411A1001',
      { row: { uscc: '12510100450712347E' } },
      [
        'registration-number/organization-part error: “列”“45071237451010411A1001”第1至9位（450712374）不是正确的组织机构代码 → 45071234751010411A1001（前9位取自本行统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    [
      '45071237451010411A1001',
      {},
      [
        'registration-number/organization-part error: “列”“45071237451010411A1001”第1至9位（450712374）不是正确的组织机构代码',
      ],
    ],
    [
      'MADLE06Q851010411A1001',
      { row: { uscc: '12510100450712347E' } },
      [
        'registration-number/organization-part error: “列”“MADLE06Q851010411A1001”第1至9位（MADLE06Q8）不是正确的组织机构代码',
      ],
    ],
    [
      '45071234-751010411A1001',
      {},
      [
        'registration-number/hyphen notice: “列”“45071234-751010411A1001”带有连字符 → 45071234751010411A1001（去掉连字符后为22位，结构相符）',
      ],
    ],
    [
      'PDY12345051010411A1001',
      {},
      [
        'registration-number/self-defined notice: “列”“PDY12345051010411A1001”以 PDY 自编代码开头，是卫生统计给没有法定代码的机构编的',
      ],
    ],
    [
      '45071234751010499A1001',
      {},
      ['registration-number/economic-type warning: “列”“45071234751010499A1001”第16至17位“99”不是经济类型代码'],
    ],
    [
      '45071234751997711A1001',
      {},
      ['registration-number/division warning: “列”“45071234751997711A1001”第10至15位（519977）不在行政区划代码表中'],
    ],
    [
      '45071234751070311A1001',
      { unit: '成都市' },
      [
        'registration-number/division warning: “列”“45071234751070311A1001”第10至15位（510703 绵阳市涪城区）不属于成都市',
      ],
    ],
    ['45071234751000011A1001', { unit: '成都市' }, []],
    [
      '45071234744000011A1001',
      { unit: '成都市' },
      ['registration-number/division warning: “列”“45071234744000011A1001”第10至15位（440000 广东省）不属于成都市'],
    ],
    [
      '45071234751012211A1001',
      { unit: '成都市' },
      [
        'registration-number/retired-division notice: “列”“45071234751012211A1001”第10至15位“510122”是双流县的旧代码，2015年后改为510116 双流区',
      ],
    ],
    [
      '45071234751208111A1001',
      { unit: '成都市' },
      [
        'registration-number/retired-division notice: “列”“45071234751208111A1001”第10至15位“512081”是简阳市的旧代码，2016年后改为510185 简阳市',
      ],
    ],
    [
      '45071234751020211A1001',
      { unit: '成都市' },
      ['registration-number/division warning: “列”“45071234751020211A1001”第10至15位（510202）不属于成都市'],
    ],
    ['45071234744010411A1001', { unit: '委直属医疗机构' }, []],
    ['4.5E+21', {}, []],
    [
      '450712347510104X1A100',
      {},
      ['registration-number/length warning: “列”“450712347510104X1A100”有21位，一般为22位'],
    ],
  ])('“%s” %j → %j', (value, around, told) => {
    expect(tellValue('registrationNumber', value, around)).toEqual(told);
  });
});
