import { areaUnit, type UnitPreset } from './unit-preset.ts';

function area(order: number, code: string, name: string, short: string, aliases: readonly string[]): UnitPreset {
  return areaUnit(order, code, name, short, aliases, '四川省');
}

/**
 * The 24 reporting units of 川卫办医政便函〔2025〕2号 in official order. The last three have no division code:
 * 科学城 lies in 绵阳市 but reports by itself, the two groups of hospitals lie in several cities.
 */
export const SICHUAN_UNITS: readonly UnitPreset[] = [
  area(1, '510100', '成都市', '成都市', ['成都']),
  area(2, '510300', '自贡市', '自贡市', ['自贡']),
  area(3, '510400', '攀枝花市', '攀枝花市', ['攀枝花', '攀枝花是']),
  area(4, '510500', '泸州市', '泸州市', ['泸州']),
  area(5, '510600', '德阳市', '德阳市', ['德阳']),
  area(6, '510700', '绵阳市', '绵阳市', ['绵阳']),
  area(7, '510800', '广元市', '广元市', ['广元']),
  area(8, '510900', '遂宁市', '遂宁市', ['遂宁']),
  area(9, '511000', '内江市', '内江市', ['内江']),
  area(10, '511100', '乐山市', '乐山市', ['乐山']),
  area(11, '511300', '南充市', '南充市', ['南充']),
  area(12, '511400', '眉山市', '眉山市', ['眉山']),
  area(13, '511500', '宜宾市', '宜宾市', ['宜宾']),
  area(14, '511600', '广安市', '广安市', ['广安']),
  area(15, '511700', '达州市', '达州市', ['达州']),
  area(16, '511800', '雅安市', '雅安市', ['雅安']),
  area(17, '511900', '巴中市', '巴中市', ['巴中']),
  area(18, '512000', '资阳市', '资阳市', ['资阳']),
  area(19, '513200', '阿坝藏族羌族自治州', '阿坝州', ['阿坝', '阿坝藏羌州', '阿坝藏族自治州', '阿坝藏族羌族自治州']),
  area(20, '513300', '甘孜藏族自治州', '甘孜州', ['甘孜', '甘孜藏族州', '甘孜藏族自治州']),
  area(21, '513400', '凉山彝族自治州', '凉山州', [
    '凉山',
    '凉山自治州',
    '凉山彝族州',
    '四川省凉山州',
    '凉山彝族自治州',
  ]),
  {
    order: 22,
    code: '51KXC',
    name: '科学城卫生健康委员会',
    short: '科学城',
    aliases: [
      '科学城卫生健康委',
      '科学城卫健委',
      '绵阳科学城',
      '四川科学城',
      '四川省科学城',
      '中国工程物理研究院',
      '中物院',
    ],
    divisions: [],
    kind: 'area',
  },
  {
    order: 23,
    code: '51GJW',
    name: '国家卫生健康委在川医疗机构',
    short: '国家委在川医疗机构',
    aliases: [
      '国家委在川',
      '中央在川医疗机构',
      '国家卫生健康委员会在川医疗机构',
      '委属委管医院',
      '委属委管',
      '部属医院',
    ],
    divisions: [],
    kind: 'hospitals',
  },
  {
    order: 24,
    code: '51WZS',
    name: '省卫生健康委直属医疗机构',
    short: '委直属医疗机构',
    aliases: [
      '委直属',
      '四川省卫生健康委直属医疗机构',
      '委直属单位',
      '省直属医疗机构',
      '省直属',
      '省本级',
      '省直',
      '省级',
    ],
    divisions: [],
    kind: 'hospitals',
  },
];
