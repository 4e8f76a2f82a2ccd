import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindFacts } from '../../src/forms/kind-facts.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { mistake, SMALL, small } from './small-form.ts';

const ROSTER = readFileSync('templates/forms/hospital-roster.yaml', 'utf8');
const LIAISON = readFileSync('templates/forms/liaison-list.yaml', 'utf8');

/** A form that uses everything a form can have. */
const LARGE = `form: ambulance-list
annex: 附表
title: 救护车
fileName: 附表 救护车
version: '2'
aliases: [急救车]
due: '2025-06-30'
rowsPerUnit: one
label: plate
identity: [plate+unit, plate]
unitColumn: unit
sequenceColumn: sequence
columns:
  - { key: sequence, header: 序号, kind: sequence, required: false }
  - { key: unit, header: 市州, kind: choice, vocabulary: prefecture, show: code, width: 9.5, align: left }
  - key: plate
    header: 车牌号
    aliases: [车牌]
    kind: code
    prompt: 川A 开头。
    example: 川A00000
    conflict: ask
    formula: LEN({cell})=7
    rules:
      - cell/required
      - { rule: text/pattern, with: { pattern: '^川', most: 7, exact: true, also: [甲, 乙] }, severity: block }
      - { rule: cell/placeholder, severity: error }
      - { rule: cell/id-card, severity: warning }
      - { rule: text/length, severity: notice }
  - { key: type, header: 车型, kind: choice, vocabulary: type, show: code-and-value, conflict: latest }
  - { key: name, header: 联系人, kind: person, show: value, align: center }
  - { key: bought, header: 购置日期, kind: date }
  - { key: beds, header: 担架数, kind: number }
  - { key: hospital, header: 医院, kind: institution }
  - { key: phone, header: 电话, kind: phone }
  - { key: email, header: 邮箱, kind: email }
  - { key: note, header: 备注, kind: text }
rules:
  - { rule: row/too-many, with: { most: 1 } }
vocabularies:
  type: [{ value: 监护型, code: '1', spellings: [监护], usable: true, children: ['11'], note: 说明, facts: { unit: '5101' } }]
notes: [每辆一行。]
print: { paper: A3, orientation: portrait, rows: 7 }
register: { fileName: 全省救护车, title: 救护车 }
`;

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

describe('a form', () => {
  it('needs to say only what is not usual', () => {
    expect(loadForm(SMALL, 'x.yaml')).toEqual({
      form: 'beds',
      annex: '附表',
      title: '床位表',
      fileName: '附表 床位表',
      version: '1',
      aliases: [],
      due: '2025-06-30',
      rowsPerUnit: 'many',
      label: 'name',
      identity: ['name'],
      unitColumn: '',
      sequenceColumn: '',
      columns: [
        {
          key: 'name',
          header: '名称',
          aliases: [],
          kind: 'text',
          required: true,
          show: 'value',
          rules: [],
          width: 12,
          align: 'center',
          prompt: '',
          example: '',
          conflict: 'latest',
        },
      ],
      rules: [],
      vocabularies: {},
      notes: [],
      print: { paper: 'A4', orientation: 'landscape', rows: 20 },
      register: { fileName: '全省床位表', title: '床位表' },
    });
  });

  it('prints as usual in whatever it leaves unsaid', () => {
    expect(loadForm(`${SMALL}print: {}`, 'x.yaml').print).toEqual({ paper: 'A4', orientation: 'landscape', rows: 20 });
  });

  it('keeps everything it says', () => {
    const form = loadForm(LARGE, 'x.yaml');
    const [, unit, plate, type, name] = form.columns;

    expect(form).toMatchObject({ aliases: ['急救车'], rowsPerUnit: 'one', identity: ['plate+unit', 'plate'] });
    expect(form.print).toEqual({ paper: 'A3', orientation: 'portrait', rows: 7 });
    expect(form.columns.map(({ kind }) => kind)).toEqual([
      'sequence',
      'choice',
      'code',
      'choice',
      'person',
      'date',
      'number',
      'institution',
      'phone',
      'email',
      'text',
    ]);
    expect(form.columns.map(({ show }) => show).slice(0, 5)).toEqual([
      'value',
      'code',
      'value',
      'code-and-value',
      'value',
    ]);
    expect(unit).toMatchObject({ width: 9.5, align: 'left' });
    expect([plate?.conflict, type?.conflict, name?.align]).toEqual(['ask', 'latest', 'center']);
    expect(plate?.rules).toEqual([
      'cell/required',
      { rule: 'text/pattern', with: { pattern: '^川', most: 7, exact: true, also: ['甲', '乙'] }, severity: 'block' },
      { rule: 'cell/placeholder', with: {}, severity: 'error' },
      { rule: 'cell/id-card', with: {}, severity: 'warning' },
      { rule: 'text/length', with: {}, severity: 'notice' },
    ]);
    expect(form.vocabularies).toEqual({
      type: [
        {
          value: '监护型',
          code: '1',
          spellings: ['监护'],
          usable: true,
          children: ['11'],
          note: '说明',
          facts: { unit: '5101' },
        },
      ],
    });
  });
});

const COPY = '请对照 templates/forms 下的表格定义补全、改正或删去。';

describe('a file that is no form', () => {
  it('names all keys a column may have been meant by', () => {
    expect(mistake(LIAISON.replace('label: name', 'label: nom'))).toContain(
      '之一：prefecture、name、organization、position、phone、email。',
    );
  });

  it.each([
    ['nothing', '', 1],
    ['a list', '# 救护车\n\n- form', 1],
    ['a word', 'form', 1],
  ])('the file is %s', (_, yaml, line) => {
    expect(mistake(yaml)).toBe(
      `表格定义 x.yaml 第 ${line} 行 文件开头：缺少内容或类型不对，应为若干行“名称: 内容” → ${COPY}`,
    );
  });

  it.each([
    ['a bracket that is left open', small('title: 床位表\n', 'title: [床位表\n'), 4],
    ['a tab for spaces', small('    header:', '\theader:'), 11],
    ['a key twice', small('annex: 附表', 'annex: 附表\nannex: 附件'), 3],
  ])('%s is no YAML', (_, yaml, line) => {
    expect(mistake(yaml)).toMatch(
      new RegExp(
        `^表格定义 x\\.yaml 第 ${line} 行不是正确的 YAML → 请检查该行和上一行的缩进、冒号和引号；冒号后面要有一个空格。$`,
      ),
    );
  });

  it('a reference that leads nowhere', () => {
    expect(mistake(small('annex: 附表', 'annex: *nobody'))).toBe(
      '表格定义 x.yaml 里的引用（& 和 *）展开不了 → 请删去引用，把内容直接写出来。',
    );
  });
});

describe('kinds of columns', () => {
  it.each([
    ['sequence', false, false],
    ['text', false, false],
    ['institution', false, false],
    ['person', false, true],
    ['code', true, false],
    ['phone', true, true],
    ['email', false, true],
    ['choice', false, false],
    ['date', false, false],
    ['number', false, false],
  ] as const)('%s: digits that matter %s, personal data %s', (kind, digits, personal) => {
    expect(kindFacts(kind)).toEqual({ digits, personal });
  });
});
