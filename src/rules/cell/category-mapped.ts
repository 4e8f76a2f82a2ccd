import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** A common name that stands for one entry of the table. */
export const categoryMapped: CellRule = {
  scope: 'cell',
  code: 'category/mapped',
  severity: 'notice',
  title: '类别按代码表登记',
  message: '“{column}”填的“{seen}”：{note}',
  remedy: '如不对，请改填4位类别代码。',
  example: { wrong: '中医医院', right: 'A210 中医（综合）医院' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》机构类别代码表',
  check: (input) => faultsOfChoice(input, 'mapped'),
};
