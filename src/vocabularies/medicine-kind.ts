import type { Vocabulary } from './vocabulary.ts';

const ASK = '通知只设“中医”“西医”两类，请报送单位确定其一';

/** 医疗机构类型: decides which platform the institution reports to, so a mixed answer is asked, never guessed. */
export const MEDICINE_KIND: Vocabulary = {
  id: 'medicine-kind',
  title: '医疗机构类型',
  source: '通知附件2“医疗机构类型(中医或西医)”',
  terms: [
    { value: '中医', spellings: ['中医类', '中医院', '中医医院', '中医机构', '中医医疗机构', 'TCM'] },
    { value: '西医', spellings: ['西医类', '西医院', '西医医院', '西医机构', '西医医疗机构'] },
    {
      value: '中西医结合',
      spellings: [
        '中西医',
        '中西结合',
        '中西医结合医院',
        '中西医并重',
        '中医西医',
        '中医和西医',
        '西医中医',
        '中医、西医',
      ],
      usable: false,
      note: ASK,
    },
    {
      value: '民族医',
      spellings: ['民族医院', '藏医', '藏医院', '彝医', '羌医', '蒙医', '民族医药'],
      usable: false,
      note: ASK,
    },
    {
      value: '其他',
      spellings: ['其它', '综合', '综合医院', '专科', '专科医院', '妇幼', '妇幼保健院', '口腔'],
      usable: false,
      note: ASK,
    },
  ],
};
