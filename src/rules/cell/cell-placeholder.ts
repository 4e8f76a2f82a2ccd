import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { faultAt } from '../fault-at.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { CellRule } from '../rule.ts';

/** 无, /, 同上 and the like in place of an answer. A vocabulary that knows the word (等次: 无) takes it. */
export const cellPlaceholder: CellRule = {
  scope: 'cell',
  code: 'cell/placeholder',
  severity: 'error',
  title: '用占位字代替内容',
  message: '“{column}”填的是“{seen}”，等于没有填写',
  remedy: '请填写真实内容；确实没有的，请在回信中说明。',
  example: { wrong: '待补', right: '示例市卫生健康委员会' },
  source: '通知附件2、附件3：各列均须填报',
  check: (input) => {
    if (!isPlaceholder(input.field.value)) return [];
    if (input.vocabulary && lookUpTerm(input.vocabulary, input.field.value).kind !== 'unknown') return [];
    return faultAt(input);
  },
};
