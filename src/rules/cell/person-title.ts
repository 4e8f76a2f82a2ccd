import { diagnosePerson, titleOf } from '../codes/diagnose-person.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A title after the name. */
export const personTitle: CellRule = {
  scope: 'cell',
  code: 'person/title',
  severity: 'warning',
  title: '姓名带职务称谓',
  message: '“{column}”“{seen}”带有职务或称谓“{title}”',
  remedy: '姓名栏只填姓名。',
  example: { wrong: '张三科长', right: '张三' },
  source: '通知：每家医院一名数据管理员，每个市（州）一名联络员',
  check: (input) => {
    const { value } = input.field;
    return diagnosePerson(value) === 'title' ? faultAt(input, { detail: { title: titleOf(value) } }) : [];
  },
};
