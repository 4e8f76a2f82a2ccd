import { embeddedOrganizationCode } from '../codes/credit-code.ts';
import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Mod 31 is right by chance or by issue, the organisation code inside (GB 11714, mod 11) is wrong. */
export const usccOrganizationPart: CellRule = {
  scope: 'cell',
  code: 'uscc/organization-part',
  severity: 'error',
  title: '信用代码内的机构代码不符',
  message: '“{column}”“{seen}”第9至17位（{part}）不是正确的组织机构代码',
  remedy: '请对照单位证书逐位核对。如证书上就是这个代码，请附证书照片，由省级核实后予以豁免。',
  example: { wrong: '12510100450712340Q', right: '12510100450712347E' },
  source:
    'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：主体标识码；GB 11714-1997《全国组织机构代码编制规则》校验码的计算',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseCreditCode(text) !== 'organization-part') return [];
    return faultAt(input, { detail: { part: embeddedOrganizationCode(text) } });
  },
};
