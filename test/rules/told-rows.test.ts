import { describe, expect, it } from 'vitest';
import { judgeRowOf } from '../support/judge-value.ts';
import { tellFault } from '../support/tell.ts';

/** The column, the code and the sentence of each fault of the good row with these changes. */
function tellRow(changes: Readonly<Record<string, string>>): string[] {
  return [...judgeRowOf(changes)].map(([code, fault]) => `${fault.column} ${tellFault(code, fault)}`);
}

describe('what the sender reads about columns that contradict each other', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['a sound code of the zone PDY', { organizationCode: 'PDY123458', registrationNumber: '' }, []],
    ['an unsound registration number of another category', { registrationNumber: '45071237451010411A5141' }, []],
    [
      'an unsound registration number of the other medicine',
      { registrationNumber: '45071237451010411A2101', category: '' },
      [],
    ],
    ['a category that is none', { category: '也许' }, []],
    [
      'a category that the number does not have, none given',
      { registrationNumber: '45071234751010411Q9991', category: '' },
      [],
    ],
    ['a category without medicine in the number', { registrationNumber: '45071234751010411D1101', category: '' }, []],
    ['an old number of a trade union', { uscc: '81510100450712347A', registrationNumber: '510104123456' }, []],
    [
      'a private body run for profit, its code sound',
      { uscc: '52510100450712347A', registrationNumber: '45071234751010411A1002' },
      [
        'registrationNumber registration-number/management notice: “列”“45071234751010411A1002”末位是“2（营利）”，与统一社会信用代码开头“52”所示的单位性质不一致',
      ],
    ],
    ['all agrees', {}, []],
    [
      'a sound organisation code of another body',
      { organizationCode: '450718909', registrationNumber: '' },
      [
        'organizationCode uscc/organization-mismatch error: 统一社会信用代码第9至17位是“450712347”，与本行组织机构代码“450718909”不一致 = 450712347',
      ],
    ],
    ['the organisation code in its printed form', { organizationCode: '45071234-7' }, []],
    ['an organisation code of health statistics', { organizationCode: 'PDY123450', registrationNumber: '' }, []],
    ['an unsound organisation code', { organizationCode: '450718908', registrationNumber: '' }, []],
    [
      'an unsound credit code',
      { uscc: '12510100450721347E', organizationCode: '450718909', registrationNumber: '' },
      [],
    ],
    [
      'another body’s registration number',
      { registrationNumber: '45071890951010411A1001' },
      [
        'registrationNumber registration-number/organization-mismatch error: “列”“45071890951010411A1001”第1至9位是“450718909”，与本行统一社会信用代码第9至17位“450712347”不一致',
      ],
    ],
    [
      'two characters off',
      { registrationNumber: '45071235551010411A1001' },
      [
        'registrationNumber registration-number/organization-mismatch error: “列”“45071235551010411A1001”第1至9位是“450712355”，与本行统一社会信用代码第9至17位“450712347”不一致 → 45071234751010411A1001（前9位取自本行统一社会信用代码第9至17位，校验位相符）',
      ],
    ],
    [
      'the written form of another body’s',
      { registrationNumber: '45071890-951010411A1001' },
      [
        'registrationNumber registration-number/organization-mismatch error: “列”“45071890-951010411A1001”第1至9位是“450718909”，与本行统一社会信用代码第9至17位“450712347”不一致',
      ],
    ],
    [
      'another body’s, held against the organisation code',
      { uscc: '', organizationCode: '450712347', registrationNumber: '45071890951010411A1001' },
      [
        'registrationNumber registration-number/organization-mismatch error: “列”“45071890951010411A1001”第1至9位是“450718909”，与本行组织机构代码“450712347”不一致',
      ],
    ],
    [
      'another body’s, held against the printed organisation code',
      { uscc: '', organizationCode: '45071234-7', registrationNumber: '45071890951010411A1001' },
      [
        'registrationNumber registration-number/organization-mismatch error: “列”“45071890951010411A1001”第1至9位是“450718909”，与本行组织机构代码“450712347”不一致',
      ],
    ],
    ['held against nothing', { uscc: '', organizationCode: '', registrationNumber: '45071890951010411A1001' }, []],
    [
      'held against an unsound code',
      { uscc: '12510100450721347E', organizationCode: '450712374', registrationNumber: '45071890951010411A1001' },
      [],
    ],
    [
      'an organisation code of health statistics beside it',
      { organizationCode: 'PDY123450', registrationNumber: '45071890951010411A1001' },
      [],
    ],
    ['an unsound registration number', { registrationNumber: '45071890851010411A1001' }, []],
    [
      'another category',
      { registrationNumber: '45071234751010411A5141' },
      [
        'registrationNumber registration-number/category-mismatch warning: “列”“45071234751010411A5141”第18至21位是“A514 肿瘤医院”，与本行类别“A100 综合医院”不一致',
      ],
    ],
    [
      'a category that the table does not have',
      { registrationNumber: '45071234751010411Q9991' },
      [
        'registrationNumber registration-number/category-mismatch warning: “列”“45071234751010411Q9991”第18至21位是“Q999”，与本行类别“A100 综合医院”不一致',
      ],
    ],
    [
      'the category by its code',
      { category: 'A514' },
      [
        'registrationNumber registration-number/category-mismatch warning: “列”“45071234751010411A1001”第18至21位是“A100 综合医院”，与本行类别“A514 肿瘤医院”不一致',
      ],
    ],
    ['a parent of the category', { category: 'A5' }, []],
    [
      'medicine of the other kind',
      { registrationNumber: '45071234751010411A2101', category: '' },
      [
        'registrationNumber registration-number/medicine-mismatch warning: “列”“45071234751010411A2101”第18至21位“A210”属于中医，与本行类型“西医”不一致',
      ],
    ],
    [
      'medicine of the other kind, turned round',
      { registrationNumber: '45071234751010411A1001', category: '', medicineKind: '中医', name: '成都市霁溪医院' },
      [
        'registrationNumber registration-number/medicine-mismatch warning: “列”“45071234751010411A1001”第18至21位“A100”属于西医，与本行类型“中医”不一致',
      ],
    ],
    [
      'medicine of the other kind, the category a parent',
      { registrationNumber: '45071234751010411A2101', category: 'A5' },
      [
        'registrationNumber registration-number/medicine-mismatch warning: “列”“45071234751010411A2101”第18至21位“A210”属于中医，与本行类型“西医”不一致',
      ],
    ],
    [
      'medicine of the other kind, written with a hyphen',
      { registrationNumber: '45071234-751010411A2101', category: '' },
      [
        'registrationNumber registration-number/medicine-mismatch warning: “列”“45071234-751010411A2101”第18至21位“A210”属于中医，与本行类型“西医”不一致',
      ],
    ],
    ['medicine of both kinds', { registrationNumber: '45071234751010411A3001', category: '' }, []],
    ['medicine not told', { registrationNumber: '45071234751010411A2101', category: '', medicineKind: '' }, []],
    ['medicine not known', { registrationNumber: '45071234751010411A2101', category: '', medicineKind: '公立' }, []],
    [
      'a public institution run for profit',
      { registrationNumber: '45071234751010411A1002' },
      [
        'registrationNumber registration-number/management notice: “列”“45071234751010411A1002”末位是“2（营利）”，与统一社会信用代码开头“12”所示的单位性质不一致',
      ],
    ],
    ['a public institution of another management', { registrationNumber: '45071234751010411A1009' }, []],
    [
      'a company run not for profit',
      { uscc: '915101004507123479' },
      [
        'registrationNumber registration-number/management notice: “列”“45071234751010411A1001”末位是“1（非营利）”，与统一社会信用代码开头“91”所示的单位性质不一致',
      ],
    ],
    ['a company run for profit', { uscc: '915101004507123479', registrationNumber: '45071234751010411A1002' }, []],
    [
      'an unsound public code, run for profit',
      { uscc: '12510100450721347E', registrationNumber: '45071234751010411A1002' },
      [],
    ],
    [
      '中医 category, 西医 type',
      { category: 'A210', registrationNumber: '', name: '成都市霁溪医院' },
      ['medicineKind category/medicine-kind error: 类别“A210 中医（综合）医院”属于中医，本行类型填的却是“西医”'],
    ],
    [
      '西医 category, 中医 type',
      { medicineKind: '中医', name: '成都市霁溪医院' },
      ['medicineKind category/medicine-kind error: 类别“A100 综合医院”属于西医，本行类型填的却是“中医”'],
    ],
    [
      'category of both kinds',
      { category: '中西医结合医院', registrationNumber: '', name: '成都市霁溪医院' },
      ['medicineKind category/medicine-kind notice: 类别“A300 中西医结合医院”属于中西医结合，本行类型填的却是“西医”'],
    ],
    ['category of no kind', { category: '疗养院', registrationNumber: '', name: '成都市霁溪医院' }, []],
    ['category not known', { category: '也许', registrationNumber: '' }, []],
    [
      'a clinic of level 三级',
      { category: '综合门诊部', registrationNumber: '' },
      ['category category/out-of-scope warning: 类别“D110 综合门诊部”一般不是三级医院'],
    ],
    [
      'a clinic of level 二级',
      { category: 'D110', registrationNumber: '', level: '二级' },
      ['category category/out-of-scope warning: 类别“D110 综合门诊部”一般不是二级医院'],
    ],
    ['a clinic of no level', { category: '综合门诊部', registrationNumber: '', level: '' }, []],
    ['a clinic of a level out of scope', { category: '综合门诊部', registrationNumber: '', level: '一级' }, []],
    [
      'a nursing home with a level',
      { category: 'A720', registrationNumber: '', name: '成都市霁溪医院' },
      ['category category/out-of-scope warning: 类别“A720 护理站”一般不是三级医院'],
    ],
    [
      'a maternal hospital with a level',
      { category: '妇幼保健院', registrationNumber: '', name: '成都市霁溪医院' },
      [],
    ],
    ['a parent with a level', { category: 'D1', registrationNumber: '' }, []],
    ['三级丙等', { grade: '丙等' }, ['grade grade/rare warning: 级别“三级”、等次“丙等”的组合很少见']],
    ['二级丙等', { level: '二级', grade: '丙等' }, []],
    ['三级乙等', { grade: '乙等' }, []],
    [
      '中医 in the name',
      { name: '成都市霁溪中医医院', category: '', registrationNumber: '' },
      ['medicineKind medicine-kind/name warning: 名称“成都市霁溪中医医院”像是中医医院，类型填的却是“西医”'],
    ],
    [
      '骨伤 in the name',
      { name: '成都市霁溪骨伤医院', category: '', registrationNumber: '' },
      ['medicineKind medicine-kind/name warning: 名称“成都市霁溪骨伤医院”像是中医医院，类型填的却是“西医”'],
    ],
    [
      '针灸 in the name',
      { name: '成都市霁溪针灸医院', category: '', registrationNumber: '' },
      ['medicineKind medicine-kind/name warning: 名称“成都市霁溪针灸医院”像是中医医院，类型填的却是“西医”'],
    ],
    ['中西医 in the name', { name: '成都市霁溪中西医结合医院', category: '', registrationNumber: '' }, []],
    ['中西结合 in the name', { name: '成都市霁溪中西结合骨伤医院', category: '', registrationNumber: '' }, []],
    [
      'a 人民医院 of 中医',
      { medicineKind: '中医', category: '', registrationNumber: '' },
      ['medicineKind medicine-kind/name warning: 名称“成都市霁溪人民医院”像是西医医院，类型填的却是“中医”'],
    ],
    [
      'a 口腔医院 of 中医',
      { name: '成都市霁溪口腔医院', medicineKind: '中医', category: '', registrationNumber: '' },
      ['medicineKind medicine-kind/name warning: 名称“成都市霁溪口腔医院”像是西医医院，类型填的却是“中医”'],
    ],
    [
      'a name that tells nothing',
      { name: '成都市霁溪医院', medicineKind: '中医', category: '', registrationNumber: '' },
      [],
    ],
    [
      '人民医院 not at the end',
      { name: '成都市霁溪人民医院分院', medicineKind: '中医', category: '', registrationNumber: '' },
      [],
    ],
    [
      'a name of 中医, the type unknown',
      { name: '成都市霁溪中医医院', medicineKind: '公立', category: '', registrationNumber: '' },
      [],
    ],
    [
      'the hospital as its person',
      { dataManagerName: '霁溪县康养之家', name: '霁溪县康养之家' },
      ['dataManagerName person/same-as-institution error: “列”填的“霁溪县康养之家”就是医疗机构名称'],
    ],
    [
      'a part of the hospital as its person',
      { dataManagerName: '康养之家', name: '霁溪县康养之家' },
      ['dataManagerName person/same-as-institution error: “列”填的“康养之家”就是医疗机构名称'],
    ],
    ['a short part of it', { dataManagerName: '康养之', name: '霁溪县康养之家' }, []],
    ['the hospital, told by its own column', { dataManagerName: '霁溪县医院', name: '霁溪县医院' }, []],
    [
      'a mailbox with the number turned round',
      { dataManagerEmail: '13958204761@139.com' },
      [
        'dataManagerPhone phone/mailbox-number warning: 手机号码“13958204716”与邮箱“13958204761@139.com”里的号码只差一两位',
      ],
    ],
    [
      'a mailbox with one digit off',
      { dataManagerEmail: '13958204717@139.com' },
      [
        'dataManagerPhone phone/mailbox-number warning: 手机号码“13958204716”与邮箱“13958204717@139.com”里的号码只差一两位',
      ],
    ],
    ['a mailbox with the number itself', { dataManagerEmail: '13958204716@139.com' }, []],
    ['a mailbox with three digits off', { dataManagerEmail: '13958204827@139.com' }, []],
    ['a mailbox of another number', { dataManagerEmail: '18811112222@139.com' }, []],
    ['a mailbox with digits of no telephone', { dataManagerEmail: '12958204717@139.com' }, []],
    ['a mailbox with a longer number', { dataManagerEmail: 'a13958204717@139.com' }, []],
    [
      'a telephone with a slip beside a mailbox',
      { dataManagerPhone: '1395820471', dataManagerEmail: '13958204716@139.com' },
      [],
    ],
    [
      'a telephone with a digit too many',
      { dataManagerPhone: '139582047161', dataManagerEmail: '13958204717@139.com' },
      [],
    ],
  ])('%s %j → %j', (_, changes, told) => {
    expect(tellRow(changes)).toEqual(told);
  });
});
