import { INSTITUTION_CATEGORY } from '../../vocabularies/institution-category.ts';
import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { decodeRegistrationNumber } from '../codes/registration-number.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** The category inside the licence number is not the category given; licences are not always renewed. Parameters: registrationNumber, category. */
export const registrationNumberCategoryMismatch: RowRule = {
  scope: 'row',
  code: 'registration-number/category-mismatch',
  severity: 'warning',
  title: '登记号与类别不一致',
  message: '“{column}”“{seen}”第18至21位是“{part}”，与本行类别“{category}”不一致',
  remedy: '请核对：许可证变更过类别的以现行许可证为准，填错的请改正。',
  example: { wrong: '登记号…A100…，类别填 A210', right: '登记号…A100…，类别填综合医院' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: ({ fields, parameters, vocabularies }) => {
    const text = siblingValue(fields, parameters, 'registrationNumber');
    const parts = decodeRegistrationNumber(text);
    const column = textParameter(parameters, 'registrationNumber');
    const vocabulary = vocabularies[textParameter(parameters, 'category')];
    const category = siblingValue(fields, parameters, 'category');
    if (!parts || !vocabulary || diagnoseRegistrationNumber(text) === 'organization-part') return [];
    const { term } = lookUpTerm(vocabulary, category);
    if (!term?.code || term.usable === false || term.code === parts.category) return [];
    const name = lookUpTerm(INSTITUTION_CATEGORY, parts.category).term?.value;
    const part = name === undefined ? parts.category : `${parts.category} ${name}`;
    return [{ column, seen: text, detail: { part, category: `${term.code} ${term.value}` } }];
  },
};
