import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** 医院, 社区卫生服务中心, 卫生院, 急救中心, 妇幼保健机构, 专科疾病防治机构: those that can carry a level. */
const LEVELLED = /^(?:A(?!720)|B1|C|E1|G|H|M6|P1)/;

/** Clinics, blood stations, schools and the like with a level of hospitals. Parameters: category, level. */
export const categoryOutOfScope: RowRule = {
  scope: 'row',
  code: 'category/out-of-scope',
  severity: 'warning',
  title: '类别不像二级以上医院',
  message: '类别“{category}”一般不是{level}医院',
  remedy: '请核对类别和级别是否填错。',
  example: { wrong: '类别 D110 综合门诊部，级别二级', right: '类别 A100 综合医院，级别二级' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》机构类别代码表；通知填报范围：二级及以上医院',
  check: ({ fields, parameters, vocabularies }) => {
    const category = siblingValue(fields, parameters, 'category');
    const level = siblingValue(fields, parameters, 'level');
    const vocabulary = vocabularies[textParameter(parameters, 'category')];
    if (!vocabulary || (level !== '三级' && level !== '二级')) return [];
    const { term } = lookUpTerm(vocabulary, category);
    if (!term?.code || term.usable === false || LEVELLED.test(term.code)) return [];
    const column = textParameter(parameters, 'category');
    return [{ column, seen: category, detail: { category: `${term.code} ${term.value}`, level } }];
  },
};
