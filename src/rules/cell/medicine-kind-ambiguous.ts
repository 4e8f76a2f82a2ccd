import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** 中西医, 民族医 and kin: the type decides the platform, so the office asks. */
export const medicineKindAmbiguous: CellRule = {
  scope: 'cell',
  code: 'medicine-kind/ambiguous',
  severity: 'error',
  title: '类型须二选一',
  message: '“{column}”填的“{seen}”不在“中医”“西医”之内，不能代为决定',
  remedy: '类型决定医院向哪个平台上报，请与医院确认后填“中医”或“西医”。',
  example: { wrong: '中西医结合', right: '中医' },
  source: '通知附件2“医疗机构类型(中医或西医)”',
  check: (input) => faultsOfChoice(input, 'unusable'),
};
