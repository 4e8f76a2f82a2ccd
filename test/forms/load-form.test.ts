import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadForm } from '../../src/forms/load-form.ts';
import { UserError } from '../../src/text/user-error.ts';

const ROSTER = readFileSync('templates/forms/hospital-roster.yaml', 'utf8');
const LIAISON = readFileSync('templates/forms/liaison-list.yaml', 'utf8');

function mistakeIn(yaml: string): string {
  try {
    loadForm(yaml, 'x.yaml');
  } catch (error) {
    return error instanceof UserError ? `${error.message} → ${error.nextStep}` : String(error);
  }
  return '';
}

describe('the forms of the notice', () => {
  it('附件2 holds the thirteen headers verbatim', () => {
    expect(loadForm(ROSTER, 'hospital-roster.yaml').columns.map((column) => column.header)).toEqual([
      '序号',
      '市(州)',
      '医疗机构名称',
      '组织机构代码',
      '统一社会信用代码',
      '医疗机构执业许可证登记号',
      '医疗机构类型(中医或西医)',
      '医疗机构类别(填写代码或名称)',
      '医疗机构级别(三级、二级)',
      '医疗机构等次(甲等、乙等、未定等)',
      '医疗机构数据管理员姓名',
      '医疗机构数据管理员手机号码',
      '医疗机构数据管理员邮箱',
    ]);
  });

  it('附件3 holds the six headers verbatim', () => {
    expect(loadForm(LIAISON, 'liaison-list.yaml').columns.map((column) => column.header)).toEqual([
      '市（州）',
      '姓名',
      '工作单位',
      '职务',
      '手机号码',
      '邮箱',
    ]);
  });
});

describe('a mistake in a form', () => {
  it.each([
    ['broken YAML', ROSTER.replace('title: 医院信息汇总表', 'title: [医院信息汇总表'), '不是正确的 YAML'],
    ['unknown key', LIAISON.replace('annex:', 'anex:'), '不认识 anex'],
    ['unknown kind', LIAISON.replace('kind: person', 'kind: human'), '只能取 sequence、text'],
    ['bad date', LIAISON.replace("'2025-01-21'", "'2025-13-21'"), 'due'],
    ['column twice', LIAISON.replace('key: position', 'key: name'), '列标识 name 出现两次'],
    ['label without column', LIAISON.replace('label: name', 'label: nom'), '没有名为 nom 的列'],
    [
      'identity without column',
      LIAISON.replace('identity: [prefecture, name]', 'identity: [city]'),
      '没有名为 city 的列',
    ],
    ['choice without vocabulary', LIAISON.replace('    vocabulary: prefecture\n', ''), '选择列没有写明词表'],
  ])('%s names file, line, key and remedy', (_name, yaml, wanted) => {
    const said = mistakeIn(yaml);

    expect(said).toContain('x.yaml');
    expect(said).toMatch(/第 \d+ 行/);
    expect(said).toContain(wanted);
    expect(said).toMatch(/→ .+。$/);
  });

  it('names the very line', () => {
    expect(mistakeIn(LIAISON.replace('kind: person', 'kind: human'))).toContain(
      `第 ${LIAISON.split('\n').findIndex((line) => line.includes('kind: person')) + 1} 行`,
    );
  });
});
