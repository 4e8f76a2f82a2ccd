import { diagnosePerson } from '../codes/diagnose-person.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A telephone glued to the name, or another number. */
export const personDigits: CellRule = {
  scope: 'cell',
  code: 'person/digits',
  severity: 'error',
  title: '姓名里有数字',
  message: '“{column}”“{seen}”含有数字',
  remedy: '姓名栏只填姓名，电话等请填在相应的列。',
  example: { wrong: '张三13900001234', right: '张三' },
  source: '通知：每家医院一名数据管理员，每个市（州）一名联络员',
  check: (input) => (diagnosePerson(input.field.value) === 'digits' ? faultAt(input) : []),
};
