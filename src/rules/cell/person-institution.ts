import { diagnosePerson } from '../codes/diagnose-person.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The hospital or a department in the column of the person. */
export const personInstitution: CellRule = {
  scope: 'cell',
  code: 'person/institution',
  severity: 'error',
  title: '姓名栏填了单位',
  message: '“{column}”填的“{seen}”像是单位或科室，不是人名',
  remedy: '请改填数据管理员的姓名。',
  example: { wrong: '信息科', right: '张三' },
  source: '通知：每家医院一名数据管理员，每个市（州）一名联络员',
  check: (input) => {
    const { value } = input.field;
    if (diagnosePerson(value) !== 'institution') return [];
    // 罗知遥（信息科）
    const name = /^([^（(]+)[（(][^（）()]+[)）]$/u.exec(value)?.[1]?.trim() ?? '';
    if (diagnosePerson(name) !== 'ok') return faultAt(input);
    return faultAt(input, { fix: name, proof: '括号里是科室，括号前是姓名' });
  },
};
