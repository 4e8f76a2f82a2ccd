import { hasPersonalNumber } from '../codes/mask.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A citizen's number anywhere in a cell. The number itself is masked in every output. */
export const cellIdCard: CellRule = {
  scope: 'cell',
  code: 'cell/id-card',
  severity: 'block',
  title: '填入了身份证号码',
  message: '“{column}”填的像是身份证号码（{seen}），属于个人信息，本表不收集',
  remedy: '请删去身份证号码，改填“{column}”；如已误发，请勿再转发原表。',
  example: { wrong: '18位身份证号码', right: '按表头要求填写' },
  source: 'GB 11643-1999《公民身份号码》；《个人信息保护法》第六条',
  check: (input) => (hasPersonalNumber(input.field.value) ? faultAt(input) : []),
};
