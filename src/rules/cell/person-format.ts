import { diagnosePerson } from '../codes/diagnose-person.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** One character, Latin letters or signs; names of peoples with · pass. */
export const personFormat: CellRule = {
  scope: 'cell',
  code: 'person/format',
  severity: 'warning',
  title: '姓名写法少见',
  message: '“{column}”“{seen}”不像完整的姓名',
  remedy: '请核对姓名是否填写完整、有无多余字符。',
  example: { wrong: '张', right: '张三' },
  source: '通知：每家医院一名数据管理员，每个市（州）一名联络员',
  check: (input) => (diagnosePerson(input.field.value) === 'format' ? faultAt(input) : []),
};
