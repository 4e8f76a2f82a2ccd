import { diagnosePerson } from '../codes/diagnose-person.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Two people in one cell: which one is meant is the sender's to say. */
export const personSeveral: CellRule = {
  scope: 'cell',
  code: 'person/several',
  severity: 'error',
  title: '一格填了几个人',
  message: '“{column}”填了不止一人：“{seen}”',
  remedy: '只填一名，由其接收账号。',
  example: { wrong: '张三、李四', right: '张三' },
  source: '通知：每家医院一名数据管理员，每个市（州）一名联络员',
  hint: '只填一人。',
  check: (input) => (diagnosePerson(input.field.value) === 'several' ? faultAt(input) : []),
};
