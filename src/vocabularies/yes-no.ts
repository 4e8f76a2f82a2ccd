import type { Vocabulary } from './vocabulary.ts';

/** 是 or 否, for forms of any notice. */
export const YES_NO: Vocabulary = {
  id: 'yes-no',
  title: '是否',
  source: '通用填报选项',
  terms: [
    { value: '是', spellings: ['有', 'Y', 'yes', '√', '对', '1'] },
    { value: '否', spellings: ['无', '没有', 'N', 'no', '×', '不是', '0'] },
  ],
};
