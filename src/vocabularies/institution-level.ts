import type { Vocabulary } from './vocabulary.ts';

const OUT_OF_SCOPE = '本次只填报二级及以上医院';

/** 医疗机构级别: the notice takes hospitals of level 二级 and above; lower levels are known but out of its scope. */
export const INSTITUTION_LEVEL: Vocabulary = {
  id: 'institution-level',
  title: '医疗机构级别',
  source: '通知填报范围“二级及以上”；医疗机构评审标准的级别',
  terms: [
    { value: '三级', spellings: ['3', '三', '3级', 'Ⅲ', 'Ⅲ级', 'III级', '叁级', '三级医院'] },
    { value: '二级', spellings: ['2', '二', '2级', 'Ⅱ', 'Ⅱ级', 'II级', '贰级', '二级医院'] },
    { value: '一级', spellings: ['1', '一', '1级', 'Ⅰ', 'Ⅰ级', '壹级', '一级医院'], usable: false, note: OUT_OF_SCOPE },
    {
      value: '未定级',
      spellings: ['未评级', '无等级', '无级别', '未定', '未分级', '不定级', '无'],
      usable: false,
      note: OUT_OF_SCOPE,
    },
  ],
};
