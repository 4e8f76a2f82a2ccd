import { describe, expect, it } from 'vitest';
import { NOBODYS_ID } from '../support/judge-value.ts';
import { tellValue } from '../support/tell.ts';

describe('what the sender reads about a person', () => {
  it.each([
    ['买买提·吐尔逊', {}, []],
    ['买买提·吐尔逊·艾力', {}, []],
    ['阿·吐尔逊', {}, []],
    ['a阿苦·尔布', {}, ['person/format warning: “列”“a阿苦·尔布”不像完整的姓名']],
    ['阿苦·尔布b', {}, ['person/format warning: “列”“阿苦·尔布b”不像完整的姓名']],
    ['a罗知遥', {}, ['person/format warning: “列”“a罗知遥”不像完整的姓名']],
    ['', {}, ['cell/required error: “列”未填写']],
    ['待定', {}, ['cell/placeholder error: “列”填的是“待定”，等于没有填写']],
    [
      `罗知遥${NOBODYS_ID}`,
      {},
      ['cell/id-card block: “列”填的像是身份证号码（罗知遥519900***********6），属于个人信息，本表不收集'],
    ],
    ['罗知遥13958204716', {}, ['person/digits error: “列”“罗知遥13958204716”含有数字']],
    ['罗1', {}, ['person/digits error: “列”“罗1”含有数字']],
    ['罗知遥、邓予安', {}, ['person/several error: “列”填了不止一人：“罗知遥、邓予安”']],
    ['罗知遥/邓予安', {}, ['person/several error: “列”填了不止一人：“罗知遥/邓予安”']],
    ['罗知遥 邓予安', {}, ['person/several error: “列”填了不止一人：“罗知遥 邓予安”']],
    ['罗知遥，邓予安', {}, ['person/several error: “列”填了不止一人：“罗知遥，邓予安”']],
    ['罗知遥&邓予安', {}, ['person/several error: “列”填了不止一人：“罗知遥&邓予安”']],
    ['成都市霁溪人民医院', {}, ['person/institution error: “列”填的“成都市霁溪人民医院”像是单位或科室，不是人名']],
    ['信息科', {}, ['person/institution error: “列”填的“信息科”像是单位或科室，不是人名']],
    ['皮肤科', {}, ['person/institution error: “列”填的“皮肤科”像是单位或科室，不是人名']],
    ['康复部', {}, ['person/institution error: “列”填的“康复部”像是单位或科室，不是人名']],
    ['卫健委', {}, ['person/institution error: “列”填的“卫健委”像是单位或科室，不是人名']],
    ['医务部', {}, ['person/institution error: “列”填的“医务部”像是单位或科室，不是人名']],
    ['病案室', {}, ['person/institution error: “列”填的“病案室”像是单位或科室，不是人名']],
    ['办公室', {}, ['person/institution error: “列”填的“办公室”像是单位或科室，不是人名']],
    ['何科', {}, []],
    ['罗部', {}, []],
    ['欧阳科', {}, []],
    ['唐文科', {}, []],
    ['诸葛部', {}, []],
    ['罗知遥主任', {}, ['person/title warning: “列”“罗知遥主任”带有职务或称谓“主任”']],
    ['何科长', {}, ['person/title warning: “列”“何科长”带有职务或称谓“科长”']],
    ['李医生', {}, ['person/title warning: “列”“李医生”带有职务或称谓“医生”']],
    ['王老师', {}, ['person/title warning: “列”“王老师”带有职务或称谓“老师”']],
    ['张护士长', {}, ['person/title warning: “列”“张护士长”带有职务或称谓“护士长”']],
    [
      '罗知遥（信息科）',
      {},
      [
        'person/institution error: “列”填的“罗知遥（信息科）”像是单位或科室，不是人名 → 罗知遥（括号里是科室，括号前是姓名）',
      ],
    ],
    ['罗知遥主任（兼）', {}, ['person/title warning: “列”“罗知遥主任（兼）”带有职务或称谓“主任（兼）”']],
    ['张女士', {}, ['person/title warning: “列”“张女士”带有职务或称谓“女士”']],
    ['主任', {}, ['person/title warning: “列”“主任”带有职务或称谓“主任”']],
    ['阿苦·尔布', {}, []],
    ['阿苦·尔布·依', {}, []],
    ['泽仁卓玛', {}, []],
    ['罗', {}, ['person/format warning: “列”“罗”不像完整的姓名']],
    ['Luo Zhiyao', {}, ['person/format warning: “列”“Luo Zhiyao”不像完整的姓名']],
    ['赵钱孙李周吴郑王冯', {}, ['person/format warning: “列”“赵钱孙李周吴郑王冯”不像完整的姓名']],
    ['赵钱孙李周吴郑王', {}, []],
    ['〇一', {}, []],
    ['𠮷田', {}, []],
    ['·罗', {}, ['person/format warning: “列”“·罗”不像完整的姓名']],
    ['罗·', {}, ['person/format warning: “列”“罗·”不像完整的姓名']],
    ['阿·', {}, ['person/format warning: “列”“阿·”不像完整的姓名']],
    ['信息科·尔布', {}, []],
    ['罗知遥.', {}, ['person/format warning: “列”“罗知遥.”不像完整的姓名']],
    ['科长', {}, ['person/title warning: “列”“科长”带有职务或称谓“科长”']],
  ])('“%s” %j → %j', (value, around, told) => {
    expect(tellValue('dataManagerName', value, around)).toEqual(told);
  });
});

describe('what the sender reads about the name of an institution', () => {
  it.each([
    ['', {}, ['cell/required error: “列”未填写']],
    ['待补', {}, ['cell/placeholder error: “列”填的是“待补”，等于没有填写']],
    [NOBODYS_ID, {}, ['cell/id-card block: “列”填的像是身份证号码（519900***********6），属于个人信息，本表不收集']],
    ['成都市', {}, ['institution/place-only error: “列”填的“成都市”只是地名，不是医疗机构名称']],
    ['甘孜州', {}, ['institution/place-only error: “列”填的“甘孜州”只是地名，不是医疗机构名称']],
    ['锦江区', {}, ['institution/place-only error: “列”填的“锦江区”只是地名，不是医疗机构名称']],
    ['罗知遥', {}, ['institution/person error: “列”填的“罗知遥”像是人名，不是医疗机构名称']],
    ['罗知', {}, ['institution/person error: “列”填的“罗知”像是人名，不是医疗机构名称']],
    ['欧阳知遥', {}, ['institution/person error: “列”填的“欧阳知遥”像是人名，不是医疗机构名称']],
    ['医院', {}, ['institution/too-short error: “列”“医院”过短，不是完整的医疗机构名称']],
    ['县医院', {}, ['institution/too-short error: “列”“县医院”过短，不是完整的医疗机构名称']],
    ['第一人民医院', {}, ['institution/no-place warning: “列”“第一人民医院”没有地名等识别名，分不清是哪一家']],
    ['市人民医院', {}, ['institution/no-place warning: “列”“市人民医院”没有地名等识别名，分不清是哪一家']],
    ['二医院', {}, ['institution/too-short error: “列”“二医院”过短，不是完整的医疗机构名称']],
    ['中心医院', {}, ['institution/no-place warning: “列”“中心医院”没有地名等识别名，分不清是哪一家']],
    ['霁溪县人民保健', {}, ['institution/no-general-name warning: “列”“霁溪县人民保健”没有“医院”“中心”等通用名']],
    ['霁溪县人民', {}, ['institution/no-general-name warning: “列”“霁溪县人民”没有“医院”“中心”等通用名']],
    ['市一医', {}, ['institution/person error: “列”填的“市一医”像是人名，不是医疗机构名称']],
    ['ABC', {}, ['institution/too-short error: “列”“ABC”过短，不是完整的医疗机构名称']],
    ['AB', {}, ['institution/too-short error: “列”“AB”过短，不是完整的医疗机构名称']],
    [
      '成都市霁溪人名医院',
      {},
      [
        'institution/misspelt warning: “列”“成都市霁溪人名医院”疑有错字“人名医院”，可能应为“人民医院” = 成都市霁溪人民医院',
      ],
    ],
    [
      '成都市霁溪人人民医院',
      {},
      [
        'institution/misspelt warning: “列”“成都市霁溪人人民医院”疑有错字“人人民医院”，可能应为“人民医院” = 成都市霁溪人民医院',
      ],
    ],
    [
      '成都市霁溪人民民医院',
      {},
      [
        'institution/misspelt warning: “列”“成都市霁溪人民民医院”疑有错字“人民民医院”，可能应为“人民医院” = 成都市霁溪人民医院',
      ],
    ],
    [
      '成都市霁溪人民医医院',
      {},
      [
        'institution/misspelt warning: “列”“成都市霁溪人民医医院”疑有错字“人民医医院”，可能应为“人民医院” = 成都市霁溪人民医院',
      ],
    ],
    [
      '成都市霁溪人民医院医院',
      {},
      [
        'institution/misspelt warning: “列”“成都市霁溪人民医院医院”疑有错字“医院医院”，可能应为“医院” = 成都市霁溪人民医院',
      ],
    ],
    [
      '成都市霁溪人民醫院',
      {},
      ['institution/misspelt warning: “列”“成都市霁溪人民醫院”疑有错字“醫院”，可能应为“医院” = 成都市霁溪人民医院'],
    ],
    [
      '攀枝花是第二医院',
      {},
      ['institution/misspelt warning: “列”“攀枝花是第二医院”疑有错字“攀枝花是”，可能应为“攀枝花市” = 攀枝花市第二医院'],
    ],
    [
      '霁溪县妇幼保建院',
      {},
      [
        'institution/misspelt warning: “列”“霁溪县妇幼保建院”疑有错字“妇幼保建院”，可能应为“妇幼保健院” = 霁溪县妇幼保健院',
      ],
    ],
    [
      '霁溪县中西医结和医院',
      {},
      [
        'institution/misspelt warning: “列”“霁溪县中西医结和医院”疑有错字“中西医结和”，可能应为“中西医结合” = 霁溪县中西医结合医院',
      ],
    ],
    [
      '霁溪县医院完',
      {},
      ['institution/misspelt warning: “列”“霁溪县医院完”疑有错字“医院完”，可能应为“医院” = 霁溪县医院'],
    ],
    [
      '霁溪县人民医完',
      {},
      ['institution/misspelt warning: “列”“霁溪县人民医完”疑有错字“医完”，可能应为“医院” = 霁溪县人民医院'],
    ],
    ['成都市霁溪人民医院（锦屿院区）', {}, []],
    ['霁溪县疾控', {}, ['institution/no-general-name warning: “列”“霁溪县疾控”没有“医院”“中心”等通用名']],
    ['霁溪县第二门诊部', {}, []],
    ['霁溪血站', {}, ['institution/person error: “列”填的“霁溪血站”像是人名，不是医疗机构名称']],
    [
      `成都霁霁霁霁霁霁霁霁霁霁霁霁医院${NOBODYS_ID}`,
      {},
      [
        'cell/id-card block: “列”填的像是身份证号码（成都霁霁霁霁霁霁霁霁霁霁霁霁医院519900***********6），属于个人信息，本表不收集',
      ],
    ],
  ])('“%s” %j → %j', (value, around, told) => {
    expect(tellValue('name', value, around)).toEqual(told);
  });
});
