import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** The medicine that a name tells without doubt; '' otherwise. */
function medicineOf(name: string): string {
  if (/中西医|中西结合/.test(name)) return '';
  if (/中医|骨伤|针灸/.test(name)) return '中医';
  return /(?:人民|中心|口腔|眼科|妇产|精神病)医院$/.test(name) ? '西医' : '';
}

/** 中医 in the name and 西医 in the type, or a 人民医院 that is 中医. Parameters: name, medicineKind. */
export const medicineKindName: RowRule = {
  scope: 'row',
  code: 'medicine-kind/name',
  severity: 'warning',
  title: '类型与名称矛盾',
  message: '名称“{name}”像是{medicine}医院，类型填的却是“{kind}”',
  remedy: '请核对类型，类型决定医院向哪个平台上报。',
  example: { wrong: '示例县中医医院，类型西医', right: '示例县中医医院，类型中医' },
  source: '通知附件2“医疗机构类型(中医或西医)”',
  check: ({ fields, parameters }) => {
    const name = siblingValue(fields, parameters, 'name');
    const kind = siblingValue(fields, parameters, 'medicineKind');
    const medicine = medicineOf(name);
    if (medicine === '' || (kind !== '中医' && kind !== '西医') || medicine === kind) return [];
    return [{ column: textParameter(parameters, 'medicineKind'), seen: kind, detail: { name, medicine, kind } }];
  },
};
