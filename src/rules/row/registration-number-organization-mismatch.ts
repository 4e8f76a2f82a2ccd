import { embeddedOrganizationCode, passesBothChecks } from '../codes/credit-code.ts';
import { deriveRegistrationNumber } from '../codes/derive-registration-number.ts';
import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { dropHyphen, isOrganizationCode, isSelfDefinedCode } from '../codes/organization-code.ts';
import { decodeRegistrationNumber } from '../codes/registration-number.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

interface Comparison {
  readonly which: string;
  readonly code: string;
}

/** The sound code of the row that the licence number is held against; the credit code comes first. */
function soundCode(creditCode: string, organizationCode: string): Comparison | undefined {
  if (passesBothChecks(creditCode)) {
    return { which: '统一社会信用代码第9至17位', code: embeddedOrganizationCode(creditCode) };
  }
  return isOrganizationCode(organizationCode) ? { which: '组织机构代码', code: organizationCode } : undefined;
}

/** The organisation code inside the licence number is another body's. Parameters: registrationNumber, creditCode, organizationCode. */
export const registrationNumberOrganizationMismatch: RowRule = {
  scope: 'row',
  code: 'registration-number/organization-mismatch',
  severity: 'error',
  title: '登记号与机构代码不一致',
  message: '“{column}”“{seen}”第1至9位是“{part}”，与本行{which}“{code}”不一致',
  remedy: '请核对登记号是否本医院的；许可证上就是这个号码的，请在回信中说明。',
  example: { wrong: '登记号45071235551010411A1001', right: '45071234751010411A1001' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: ({ fields, parameters }) => {
    const text = siblingValue(fields, parameters, 'registrationNumber');
    const part = decodeRegistrationNumber(text)?.organizationCode;
    if (part === undefined || isSelfDefinedCode(part)) return [];
    const verdict = diagnoseRegistrationNumber(text);
    if (verdict !== 'ok' && verdict !== 'hyphen') return [];
    const creditCode = siblingValue(fields, parameters, 'creditCode');
    const organizationCode = dropHyphen(siblingValue(fields, parameters, 'organizationCode'));
    const sound = soundCode(creditCode, organizationCode);
    if (!sound || sound.code === part || isSelfDefinedCode(organizationCode)) return [];
    const column = textParameter(parameters, 'registrationNumber');
    return [{ column, seen: text, ...deriveRegistrationNumber(text, creditCode), detail: { part, ...sound } }];
  },
};
