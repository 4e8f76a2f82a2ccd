import { passesBothChecks } from '../codes/credit-code.ts';
import { decodeRegistrationNumber } from '../codes/registration-number.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

const CONTRADICTIONS: Readonly<Record<string, string>> = { 12: '2', 52: '2', 91: '1' };
const NAMES: Readonly<Record<string, string>> = { 1: '1（非营利）', 2: '2（营利）' };

/** A public institution run for profit, or a company run not for profit. Parameters: registrationNumber, creditCode. */
export const registrationNumberManagement: RowRule = {
  scope: 'row',
  code: 'registration-number/management',
  severity: 'notice',
  title: '登记号与单位性质不一致',
  message: '“{column}”“{seen}”末位是“{part}”，与统一社会信用代码开头“{prefix}”所示的单位性质不一致',
  remedy: '请核对；许可证上就是这个号码的，可以保留。',
  example: { wrong: '信用代码12开头，登记号末位2', right: '信用代码12开头，登记号末位1' },
  source:
    'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1；GB 32100-2015 机构类别代码',
  check: ({ fields, parameters }) => {
    const text = siblingValue(fields, parameters, 'registrationNumber');
    const creditCode = siblingValue(fields, parameters, 'creditCode');
    const management = decodeRegistrationNumber(text)?.management;
    const prefix = creditCode.slice(0, 2);
    if (management === undefined || CONTRADICTIONS[prefix] !== management || !passesBothChecks(creditCode)) return [];
    const column = textParameter(parameters, 'registrationNumber');
    return [{ column, seen: text, detail: { part: NAMES[management] ?? management, prefix } }];
  },
};
