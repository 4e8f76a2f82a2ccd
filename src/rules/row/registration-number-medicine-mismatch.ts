import { INSTITUTION_CATEGORY } from '../../vocabularies/institution-category.ts';
import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { decodeRegistrationNumber } from '../codes/registration-number.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** Only where the column of the category gives no answer; otherwise the category is held against the type. Parameters: registrationNumber, category, medicineKind. */
export const registrationNumberMedicineMismatch: RowRule = {
  scope: 'row',
  code: 'registration-number/medicine-mismatch',
  severity: 'warning',
  title: '登记号与类型不一致',
  message: '“{column}”“{seen}”第18至21位“{part}”属于{medicine}，与本行类型“{kind}”不一致',
  remedy: '请核对类型和登记号，类型决定医院向哪个平台上报。',
  example: { wrong: '登记号…A210…，类型填西医', right: '登记号…A210…，类型填中医' },
  source:
    'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1；通知附件2“医疗机构类型(中医或西医)”',
  check: ({ fields, parameters, vocabularies }) => {
    const text = siblingValue(fields, parameters, 'registrationNumber');
    const kind = siblingValue(fields, parameters, 'medicineKind');
    const verdict = diagnoseRegistrationNumber(text);
    if (verdict !== 'ok' && verdict !== 'hyphen') return [];
    const given = vocabularies[textParameter(parameters, 'category')];
    const category = siblingValue(fields, parameters, 'category');
    const answered = given && lookUpTerm(given, category).term;
    if (answered && answered.usable !== false) return [];
    const part = decodeRegistrationNumber(text)?.category ?? '';
    const medicine = lookUpTerm(INSTITUTION_CATEGORY, part).term?.facts?.['medicineKind'];
    if ((medicine !== '中医' && medicine !== '西医') || (kind !== '中医' && kind !== '西医') || medicine === kind)
      return [];
    const column = textParameter(parameters, 'registrationNumber');
    return [{ column, seen: text, detail: { part, medicine, kind } }];
  },
};
