import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindFacts } from '../../src/forms/kind-facts.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { mistakeIn } from './mistake-in.ts';

const ROSTER = readFileSync('templates/forms/hospital-roster.yaml', 'utf8');
const LIAISON = readFileSync('templates/forms/liaison-list.yaml', 'utf8');

/** A form with nothing but what it must have. */
const SMALL = `form: beds
annex: 附表
title: 床位表
fileName: 附表 床位表
version: '1'
due: '2025-06-30'
label: name
identity: [name]
columns:
  - key: name
    header: 名称
    kind: text
register: { fileName: 全省床位表, title: 床位表 }
`;

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

function mistake(yaml: string): string {
  return mistakeIn(() => loadForm(yaml, 'x.yaml'));
}

/** The small form with one line put in the place of another. */
function small(from: string, to: string): string {
  if (!SMALL.includes(from)) throw new Error(`no ${from}`);
  return SMALL.replace(from, to);
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

describe('a mistake in a form is told with file, line, key and remedy', () => {
  it.each<[string, string, string, number, string, string]>([
    ['a misspelt key', 'annex:', 'anex:', 2, 'anex：不认识 anex', COPY],
    ['two foreign keys', 'annex: 附表', 'annex: 附表\ncolour: 红\nsize: 大', 3, 'colour：不认识 colour、size', COPY],
    [
      'a foreign key in a column',
      'kind: text',
      'kind: text\n    colour: 红',
      13,
      'columns.0.colour：不认识 colour',
      COPY,
    ],
    ['a number for a key', 'annex: 附表', 'annex: 附表\n7: 红', 3, '7：不认识 7', COPY],
    [
      'a whole list for a key',
      'annex: 附表',
      'annex: 附表\n? [一, 二]\n: 三',
      1,
      '[ 一, 二 ]：不认识 [ 一, 二 ]',
      COPY,
    ],
    [
      'an endless key',
      'annex: 附表',
      `annex: 附表\n${'名'.repeat(50)}: 1`,
      3,
      `${'名'.repeat(40)}…：不认识 ${'名'.repeat(40)}…`,
      COPY,
    ],
    [
      'a key of forty characters',
      'annex: 附表',
      `annex: 附表\n${'名'.repeat(40)}: 1`,
      3,
      `${'名'.repeat(40)}：不认识 ${'名'.repeat(40)}`,
      COPY,
    ],
    ['a missing line', 'annex: 附表\n', '', 1, 'annex：缺少内容或类型不对，应为文字', COPY],
    ['a column without header', '    header: 名称\n', '', 10, 'columns.0.header：缺少内容或类型不对，应为文字', COPY],
    ['an empty header', 'header: 名称', 'header: ""', 11, 'columns.0.header：不能为空', COPY],
    ['a number for a text', "version: '1'", 'version: 1', 5, 'version：缺少内容或类型不对，应为文字', COPY],
    ['a text for a list', 'identity: [name]', 'identity: name', 8, 'identity：缺少内容或类型不对，应为列表', COPY],
    [
      'a text for a yes',
      'kind: text',
      'kind: text\n    required: 否',
      13,
      'columns.0.required：缺少内容或类型不对，应为 true 或 false',
      COPY,
    ],
    [
      'a text for a width',
      'kind: text',
      'kind: text\n    width: 宽',
      13,
      'columns.0.width：缺少内容或类型不对，应为数字',
      COPY,
    ],
    [
      'a text for a block',
      'register: { fileName: 全省床位表, title: 床位表 }',
      'register: x',
      13,
      'register：缺少内容或类型不对，应为若干行“名称: 内容”',
      COPY,
    ],
    ['an empty list', 'identity: [name]', 'identity: []', 8, 'identity：至少要有一项', COPY],
    ['no column', '  - key: name\n    header: 名称\n    kind: text\n', '  []\n', 9, 'columns：至少要有一项', COPY],
    ['no width', 'kind: text', 'kind: text\n    width: 0', 13, 'columns.0.width：应大于 0', COPY],
    [
      'half a row',
      'register: {',
      'print: { rows: 2.5 }\nregister: {',
      13,
      'print.rows：缺少内容或类型不对，应为整数',
      COPY,
    ],
    ['no row', 'register: {', 'print: { rows: 0 }\nregister: {', 13, 'print.rows：应大于 0', COPY],
    [
      'an unknown paper',
      'register: {',
      'print: { paper: B5 }\nregister: {',
      13,
      'print.paper：只能取 A4、A3 之一',
      COPY,
    ],
    [
      'an unknown orientation',
      'register: {',
      'print: { orientation: up }\nregister: {',
      13,
      'print.orientation：只能取 landscape、portrait 之一',
      COPY,
    ],
    [
      'an unknown kind',
      'kind: text',
      'kind: human',
      12,
      'columns.0.kind：只能取 sequence、text、institution、person、code、phone、email、choice、date、number 之一',
      COPY,
    ],
    [
      'an unknown way to show',
      'kind: text',
      'kind: text\n    show: both',
      13,
      'columns.0.show：只能取 value、code、code-and-value 之一',
      COPY,
    ],
    [
      'an unknown side',
      'kind: text',
      'kind: text\n    align: right',
      13,
      'columns.0.align：只能取 left、center 之一',
      COPY,
    ],
    [
      'an unknown settlement',
      'kind: text',
      'kind: text\n    conflict: first',
      13,
      'columns.0.conflict：只能取 ask、latest 之一',
      COPY,
    ],
    [
      'an unknown number of rows',
      'label: name',
      'label: name\nrowsPerUnit: two',
      8,
      'rowsPerUnit：只能取 many、one 之一',
      COPY,
    ],
    ['a day that is none', "'2025-06-30'", "'2025-06-31'", 6, 'due：应为 2025-03-01 这样的日期', COPY],
    ['a capital in a column’s key', 'key: name', 'key: Name', 10, 'columns.0.key：须为英文小写字母开头的标识', COPY],
    ['a space in a column’s key', 'key: name', 'key: full name', 10, 'columns.0.key：须为英文小写字母开头的标识', COPY],
    ['a Chinese id', 'form: beds', 'form: 床位', 1, 'form：须以英文小写字母开头，只含小写字母、数字和连字符', COPY],
    [
      'a sign after an id',
      'form: beds',
      'form: beds!',
      1,
      'form：须以英文小写字母开头，只含小写字母、数字和连字符',
      COPY,
    ],
    [
      'a sign before an id',
      'form: beds',
      'form: .beds',
      1,
      'form：须以英文小写字母开头，只含小写字母、数字和连字符',
      COPY,
    ],
    [
      'a number for a rule',
      'kind: text',
      'kind: text\n    rules:\n      - 5',
      14,
      'columns.0.rules.0：应写规则代码，或 { rule: 规则代码, with: 参数 }',
      COPY,
    ],
    [
      'a misspelt part of a rule',
      'kind: text',
      'kind: text\n    rules:\n      - cell/required\n      - { rul: x }',
      15,
      'columns.0.rules.1.rul：不认识 rul',
      COPY,
    ],
    [
      'an unknown severity',
      'kind: text',
      'kind: text\n    rules:\n      - { rule: x, severity: bad }',
      14,
      'columns.0.rules.0.severity：只能取 block、error、warning、notice 之一',
      COPY,
    ],
    [
      'nothing for a parameter',
      'kind: text',
      'kind: text\n    rules:\n      - { rule: x, with: { most: null } }',
      14,
      'columns.0.rules.0.with.most：应为文字、数字、true、false 或文字的列表',
      COPY,
    ],
    [
      'a list of numbers for a parameter',
      'kind: text',
      'kind: text\n    rules:\n      - { rule: x, with: { most: [1] } }',
      14,
      'columns.0.rules.0.with.most.0：缺少内容或类型不对，应为文字',
      COPY,
    ],
    [
      'a term without a name',
      'register: {',
      "vocabularies:\n  type:\n    - { value: 一 }\n    - { value: '' }\nregister: {",
      16,
      'vocabularies.type.1.value：不能为空',
      COPY,
    ],
    [
      'a misspelt part of a term',
      'register: {',
      'vocabularies: { type: [{ value: 一, cod: x }] }\nregister: {',
      13,
      'vocabularies.type.0.cod：不认识 cod',
      COPY,
    ],
    [
      'a vocabulary without terms',
      'register: {',
      'vocabularies: { type: x }\nregister: {',
      13,
      'vocabularies.type：缺少内容或类型不对，应为列表',
      COPY,
    ],
    [
      'vocabularies that are a list',
      'register: {',
      'vocabularies: []\nregister: {',
      13,
      'vocabularies：缺少内容或类型不对，应为若干行“名称: 内容”',
      COPY,
    ],
    ['a misspelt part of the register', 'title: 床位表 }', 'titel: 床位表 }', 13, 'register.titel：不认识 titel', COPY],
    [
      'a misspelt part of the print',
      'register: {',
      'print: { row: 1 }\nregister: {',
      13,
      'print.row：不认识 row',
      COPY,
    ],
    [
      'a column twice',
      'register: {',
      '  - { key: name, header: 又, kind: text }\nregister: {',
      13,
      'columns.1.key：列标识 name 出现两次',
      '请为每一列取不同的 key。',
    ],
    [
      'a label without column',
      'label: name',
      'label: nom',
      7,
      'label：没有名为 nom 的列',
      '请改为已有的列标识之一：name。',
    ],
    [
      'a unit column that is none',
      'label: name',
      'label: name\nunitColumn: city',
      8,
      'unitColumn：没有名为 city 的列',
      '请改为已有的列标识之一：name。',
    ],
    [
      'a sequence that is none',
      'label: name',
      'label: name\nsequenceColumn: no',
      8,
      'sequenceColumn：没有名为 no 的列',
      '请改为已有的列标识之一：name。',
    ],
    [
      'an identity without column',
      'identity: [name]',
      'identity:\n  - name\n  - name+city',
      10,
      'identity.1：没有名为 city 的列',
      '请改为已有的列标识之一：name。',
    ],
    [
      'a choice without vocabulary in front',
      'kind: text',
      'kind: choice',
      12,
      'columns.0.kind：选择列没有写明词表',
      '请加一行 vocabulary: 词表名，并在 vocabularies 下列出选项，或使用内置词表。',
    ],
    [
      'a choice without vocabulary',
      'kind: text',
      'kind: text\n  - key: city\n    header: 市州\n    kind: choice',
      15,
      'columns.1.kind：选择列没有写明词表',
      '请加一行 vocabulary: 词表名，并在 vocabularies 下列出选项，或使用内置词表。',
    ],
  ])('%s', (_, from, to, line, text, remedy) => {
    const said = mistake(small(from, to));

    expect(said).toContain(`表格定义 x.yaml 第 ${line} 行 ${text}`);
    expect(said).toMatch(new RegExp(` → ${remedy.replace(/[.]/g, '\\.')}$`));
  });

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
