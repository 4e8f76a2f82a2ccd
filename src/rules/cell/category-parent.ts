import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** A parent of the table is not an answer; its children are offered. */
export const categoryParent: CellRule = {
  scope: 'cell',
  code: 'category/parent',
  severity: 'error',
  title: '类别填的是大类',
  message: '“{column}”填的“{seen}”是大类，须填到具体类别{children}',
  remedy: '请从所列具体类别中选一个。',
  example: { wrong: 'A5', right: 'A511 口腔医院' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》机构类别代码表',
  hint: '填到4位代码，不填大类。',
  check: (input) => faultsOfChoice(input, 'unusable'),
};
