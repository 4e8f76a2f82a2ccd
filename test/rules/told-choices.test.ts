import { describe, expect, it } from 'vitest';
import { tellValue } from '../support/tell.ts';

describe('what the sender reads about a choice', () => {
  it.each([
    ['prefecture', '成都市', { raw: '' }, []],
    ['prefecture', '某某市', {}, ['prefecture/unknown error: “列”填的“某某市”不是报送单位所列的市（州）']],
    [
      'prefecture',
      '德阳市',
      { unit: '成都市' },
      ['prefecture/other-unit warning: “列”填的“德阳市”不是报送单位成都市 = 成都市'],
    ],
    ['prefecture', '德阳市', { unit: '委直属医疗机构' }, []],
    ['prefecture', '成都市', { unit: '成都市' }, []],
    ['prefecture', '成都市', { unit: '成都市', raw: '成都' }, []],
    ['medicineKind', '公立', {}, ['medicine-kind/unknown error: “列”填的“公立”不是“中医”或“西医”']],
    [
      'medicineKind',
      '中西医结合',
      {},
      ['medicine-kind/ambiguous error: “列”填的“中西医结合”不在“中医”“西医”之内，不能代为决定'],
    ],
    ['medicineKind', '无', {}, ['cell/placeholder error: “列”填的是“无”，等于没有填写']],
    ['medicineKind', '', {}, ['cell/required error: “列”未填写']],
    ['category', '二级医院', {}, ['category/unknown error: “列”填的“二级医院”不在卫生机构类别代码表中']],
    [
      'category',
      'A5',
      {},
      [
        'category/parent error: “列”填的“A5”是大类，须填到具体类别：A511 口腔医院、A512 眼科医院、A513 耳鼻喉科医院、A514 肿瘤医院、A515 心血管病医院、A516 胸科医院、A517 血液病医院、A518 妇产（科）医院、A519 儿童医院、A520 精神病医院、A521 传染病医院…',
      ],
    ],
    [
      'category',
      'A2',
      {},
      [
        'category/parent error: “列”填的“A2”是大类，须填到具体类别：A210 中医（综合）医院、A220 中医专科医院、A221 肛肠医院、A222 骨伤医院、A223 针灸医院、A224 按摩医院、A229 其他中医专科医院',
      ],
    ],
    [
      'category',
      'A',
      {},
      [
        'category/parent error: “列”填的“A”是大类，须填到具体类别：A100 综合医院、A210 中医（综合）医院、A220 中医专科医院、A221 肛肠医院、A222 骨伤医院、A223 针灸医院、A224 按摩医院、A229 其他中医专科医院、A300 中西医结合医院、A411 蒙医院、A412 藏医…',
      ],
    ],
    [
      'category',
      '中医（综合）医院',
      { raw: '中医医院' },
      [
        'category/mapped notice: “列”填的“中医医院”：“中医医院”在代码表中是大类，已按 A210 中医（综合）医院登记；如属中医专科医院，请改填 A220 至 A229 = 中医（综合）医院（已按此登记）',
      ],
    ],
    ['category', '中医（综合）医院', { raw: '中医(综合)医院' }, []],
    ['category', '中医（综合）医院', { raw: ' 中医（综合） 医院' }, []],
    ['level', '甲等', {}, ['level/unknown error: “列”填的“甲等”不是“三级”或“二级”']],
    ['level', '一级', {}, ['level/out-of-scope error: “列”填的“一级”不在填报范围，本次只填报二级及以上医院']],
    [
      'level',
      '三级甲等',
      {},
      ['level/combined error: “列”填的“三级甲等”把级别和等次写在了一起 → 三级（由合写的级别等次拆出）'],
    ],
    [
      'level',
      '三级甲等',
      { row: { grade: '甲等' } },
      ['level/combined error: “列”填的“三级甲等”把级别和等次写在了一起 → 三级（由合写的级别等次拆出）'],
    ],
    [
      'level',
      '三级甲等',
      { row: { grade: '乙等' } },
      ['level/combined error: “列”填的“三级甲等”把级别和等次写在了一起，且与本行等次“乙等”不一致'],
    ],
    [
      'level',
      '三级甲等',
      { row: { grade: '三级甲等' } },
      ['level/combined error: “列”填的“三级甲等”把级别和等次写在了一起 → 三级（由合写的级别等次拆出）'],
    ],
    [
      'level',
      '三级甲等',
      { row: { grade: '二级乙等' } },
      ['level/combined error: “列”填的“三级甲等”把级别和等次写在了一起，且与本行等次“二级乙等”不一致'],
    ],
    ['grade', '优秀', {}, ['grade/unknown error: “列”填的“优秀”不是“甲等”“乙等”或“未定等”']],
    ['grade', '特等', {}, ['grade/outside error: “列”填的“特等”不在“甲等”“乙等”“未定等”之内，不能代为决定']],
    ['grade', '合格', {}, ['grade/outside error: “列”填的“合格”不在“甲等”“乙等”“未定等”之内，不能代为决定']],
    [
      'grade',
      '未定等',
      { raw: '未评' },
      ['grade/mapped notice: “列”填的“未评”：已按“未定等”登记 = 未定等（已按此登记）'],
    ],
    [
      'grade',
      '未定等',
      { raw: ' 未评 ' },
      ['grade/mapped notice: “列”填的“未评”：已按“未定等”登记 = 未定等（已按此登记）'],
    ],
    ['grade', '未定等', { raw: '未定等' }, []],
    [
      'grade',
      '三级甲等',
      {},
      ['grade/combined error: “列”填的“三级甲等”把级别和等次写在了一起 → 甲等（由合写的级别等次拆出）'],
    ],
    [
      'grade',
      '三级甲等',
      { row: { level: '三级' } },
      ['grade/combined error: “列”填的“三级甲等”把级别和等次写在了一起 → 甲等（由合写的级别等次拆出）'],
    ],
    [
      'grade',
      '三级甲等',
      { row: { level: '二级' } },
      ['grade/combined error: “列”填的“三级甲等”把级别和等次写在了一起，且与本行级别“二级”不一致'],
    ],
    [
      'grade',
      '三级甲等',
      { row: { level: '三级甲等' } },
      ['grade/combined error: “列”填的“三级甲等”把级别和等次写在了一起 → 甲等（由合写的级别等次拆出）'],
    ],
    [
      'grade',
      '三级甲等',
      { row: { level: '二级甲等' } },
      ['grade/combined error: “列”填的“三级甲等”把级别和等次写在了一起，且与本行级别“二级甲等”不一致'],
    ],
    ['grade', '无', {}, ['grade/mapped notice: “列”填的“无”：已按“未定等”登记 = 未定等（已按此登记）']],
  ])('%s “%s” %j → %j', (key, value, around, told) => {
    expect(tellValue(key, value, around)).toEqual(told);
  });
});
