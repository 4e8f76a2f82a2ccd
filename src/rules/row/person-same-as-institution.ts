import { diagnosePerson } from '../codes/diagnose-person.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** The name of the hospital, whole or in part, in the column of the person. Parameters: person, name. */
export const personSameAsInstitution: RowRule = {
  scope: 'row',
  code: 'person/same-as-institution',
  severity: 'error',
  title: '姓名栏填了医院名称',
  message: '“{column}”填的“{seen}”就是医疗机构名称',
  remedy: '请改填数据管理员的姓名。',
  example: { wrong: '示例市第一人民医院', right: '张三' },
  source: '通知：每家医院一名数据管理员',
  check: ({ fields, parameters }) => {
    const person = siblingValue(fields, parameters, 'person');
    const name = siblingValue(fields, parameters, 'name');
    if (person.length < 4 || !name.includes(person) || diagnosePerson(person) === 'institution') return [];
    return [{ column: textParameter(parameters, 'person'), seen: person }];
  },
};
