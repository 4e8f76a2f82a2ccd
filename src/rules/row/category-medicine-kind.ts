import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** A2xx is 中医, A1 and A5 are 西医; a mixed category with either type is only pointed out. Parameters: category, medicineKind. */
export const categoryMedicineKind: RowRule = {
  scope: 'row',
  code: 'category/medicine-kind',
  severity: 'error',
  title: '类型与类别矛盾',
  message: '类别“{category}”属于{medicine}，本行类型填的却是“{kind}”',
  remedy: '请核对类型和类别，类型决定医院向哪个平台上报。',
  example: { wrong: '类型西医，类别中医（综合）医院', right: '类型中医，类别中医（综合）医院' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》机构类别代码表；通知附件2“医疗机构类型(中医或西医)”',
  check: ({ fields, parameters, vocabularies }) => {
    const kind = siblingValue(fields, parameters, 'medicineKind');
    const category = siblingValue(fields, parameters, 'category');
    const vocabulary = vocabularies[textParameter(parameters, 'category')];
    if (!vocabulary || (kind !== '中医' && kind !== '西医')) return [];
    const { term } = lookUpTerm(vocabulary, category);
    const medicine = term?.facts?.['medicineKind'];
    if (!term || medicine === undefined || medicine === kind) return [];
    const column = textParameter(parameters, 'medicineKind');
    const fault = {
      column,
      seen: kind,
      detail: { category: `${term.code ?? ''} ${term.value}`.trim(), medicine, kind },
    };
    return [medicine === '中医' || medicine === '西医' ? fault : { ...fault, severity: 'notice' }];
  },
};
