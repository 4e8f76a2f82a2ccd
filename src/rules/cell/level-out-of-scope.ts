import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** A level below 二级. */
export const levelOutOfScope: CellRule = {
  scope: 'cell',
  code: 'level/out-of-scope',
  severity: 'error',
  title: '级别不在填报范围',
  message: '“{column}”填的“{seen}”不在填报范围，本次只填报二级及以上医院',
  remedy: '级别填错的请改正；确为一级或未定级的，请删去该行。',
  example: { wrong: '一级', right: '二级' },
  source: '通知填报范围：二级及以上医院',
  check: (input) => faultsOfChoice(input, 'unusable'),
};
