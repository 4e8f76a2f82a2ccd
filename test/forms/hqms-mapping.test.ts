import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadHqmsMapping } from '../../src/forms/hqms-mapping.ts';
import { LIAISON, ROSTER } from '../support/registry-state.ts';
import { mistakeIn } from './mistake-in.ts';

const GOOD = readFileSync('templates/hqms.yaml', 'utf8');

/** A mapping with nothing but what it must have. */
const SMALL = `notIncluded: 未纳入
contacts: 核对
lists:
  - file: 账号
    title: 账号
    form: liaison-list
    contact: { person: name, phone: phone, email: email }
    columns:
      - { header: 序号, sequence: true }
      - { header: 姓名, key: name }
`;

function mistake(yaml: string): string {
  return mistakeIn(() => loadHqmsMapping(yaml, 'hqms.yaml', [ROSTER, LIAISON]));
}

/** The small mapping with one line put in the place of another. */
function small(from: string, to: string): string {
  if (!SMALL.includes(from)) throw new Error(`no ${from}`);
  return SMALL.replace(from, to);
}

const COPY = '请对照 templates/hqms.yaml 补全、改正或删去。';
const KEYS = '请改为已有的列标识之一：prefecture、name、organization、position、phone、email。';
const NAME = '不能为空，也不能含有 \\ / : * ? " < > |';

describe('the mapping of the HQMS lists', () => {
  it('that comes with the program fits the forms of the notice', () => {
    expect(mistake(GOOD)).toBe('');
  });

  it('may be used by a campaign that does not collect one of the forms', () => {
    expect(loadHqmsMapping(GOOD, 'hqms.yaml', [ROSTER]).lists).toHaveLength(2);
    expect(mistake(small('form: liaison-list', 'form: other\n    splitBy: nothing'))).toBe('');
  });

  it('needs to say only what is not usual', () => {
    expect(loadHqmsMapping(SMALL, 'hqms.yaml', [LIAISON])).toEqual({
      notIncluded: '未纳入',
      contacts: '核对',
      lists: [
        {
          file: '账号',
          title: '账号',
          form: 'liaison-list',
          contact: { person: 'name', phone: 'phone', email: 'email' },
          columns: [
            { header: '序号', sequence: true, width: 6 },
            { header: '姓名', key: 'name', write: 'value' },
          ],
        },
      ],
    });
  });

  it('keeps everything it says', () => {
    const lines = `
      - { header: 甲, sequence: true, width: 4 }
      - { header: 乙, key: name, write: value, width: 9.5 }
      - { header: 丙, key: name, write: code }
      - { header: 丁, key: name, write: code-and-value }`;
    const [list] = loadHqmsMapping(small('\n      - { header: 姓名, key: name }', lines), 'hqms.yaml', [LIAISON]).lists;

    expect(list?.columns.slice(1)).toEqual([
      { header: '甲', sequence: true, width: 4 },
      { header: '乙', key: 'name', write: 'value', width: 9.5 },
      { header: '丙', key: 'name', write: 'code' },
      { header: '丁', key: 'name', write: 'code-and-value' },
    ]);
  });
});

describe('a mistake in the mapping is told with file, line, key and remedy', () => {
  it.each<[string, string, string, number, string, string]>([
    [
      'an unknown column',
      'key: name',
      'key: nom',
      10,
      'lists.0.columns.1.key：表格 liaison-list 没有名为 nom 的列',
      KEYS,
    ],
    [
      'an unknown person',
      'person: name',
      'person: nom',
      7,
      'lists.0.contact.person：表格 liaison-list 没有名为 nom 的列',
      KEYS,
    ],
    [
      'an unknown phone',
      'phone: phone',
      'phone: tel',
      7,
      'lists.0.contact.phone：表格 liaison-list 没有名为 tel 的列',
      KEYS,
    ],
    [
      'an unknown email',
      'email: email',
      'email: mail',
      7,
      'lists.0.contact.email：表格 liaison-list 没有名为 mail 的列',
      KEYS,
    ],
    [
      'an unknown split',
      'form: liaison-list',
      'form: liaison-list\n    splitBy: kind',
      7,
      'lists.0.splitBy：表格 liaison-list 没有名为 kind 的列',
      KEYS,
    ],
    ['a misspelt key', 'key: name', 'key: name, wirte: code', 10, 'lists.0.columns.1.wirte：不认识 wirte', COPY],
    [
      'a running number with a key',
      'sequence: true',
      'sequence: true, key: name',
      9,
      'lists.0.columns.0：每一列要写 header，并写 key 或 sequence: true',
      COPY,
    ],
    [
      'a wrong choice',
      'key: name',
      'key: name, write: number',
      10,
      'lists.0.columns.1.write：只能取 value、code、code-and-value 之一',
      COPY,
    ],
    [
      'a column without header',
      '{ header: 姓名, key: name }',
      '{ key: name }',
      10,
      'lists.0.columns.1.header：缺少内容或类型不对，应为文字',
      COPY,
    ],
    ['a running number without header', 'header: 序号', 'header: ""', 9, 'lists.0.columns.0.header：不能为空', COPY],
    ['an empty header', 'header: 姓名', 'header: ""', 10, 'lists.0.columns.1.header：不能为空', COPY],
    ['an empty key', 'key: name', 'key: ""', 10, 'lists.0.columns.1.key：不能为空', COPY],
    ['no width', 'key: name', 'key: name, width: 0', 10, 'lists.0.columns.1.width：应大于 0', COPY],
    [
      'a column of nothing',
      'key: name',
      'write: code',
      10,
      'lists.0.columns.1.key：缺少内容或类型不对，应为文字',
      COPY,
    ],
    [
      'a column that takes nothing',
      '{ header: 姓名, key: name }',
      '{ header: 姓名 }',
      10,
      'lists.0.columns.1：每一列要写 header，并写 key 或 sequence: true',
      COPY,
    ],
    [
      'a word for a column',
      '{ header: 姓名, key: name }',
      '姓名',
      10,
      'lists.0.columns.1：每一列要写 header，并写 key 或 sequence: true',
      COPY,
    ],
    [
      'a list without columns',
      '    columns:\n      - { header: 序号, sequence: true }\n      - { header: 姓名, key: name }\n',
      '    columns: []\n',
      8,
      'lists.0.columns：至少要有一项',
      COPY,
    ],
    ['an empty title', 'title: 账号', 'title: ""', 5, 'lists.0.title：不能为空', COPY],
    ['an empty form', 'form: liaison-list', 'form: ""', 6, 'lists.0.form：不能为空', COPY],
    ['a contact without phone', 'phone: phone, ', '', 7, 'lists.0.contact.phone：缺少内容或类型不对，应为文字', COPY],
    ['a contact with more', 'phone: phone', 'phone: phone, fax: x', 7, 'lists.0.contact.fax：不认识 fax', COPY],
    ['more than a list has', 'title: 账号', 'title: 账号\n    colour: 红', 6, 'lists.0.colour：不认识 colour', COPY],
    ['a missing name', 'contacts: 核对\n', '', 1, 'contacts：缺少内容或类型不对，应为文字', COPY],
    ['a path instead of a name', 'file: 账号', 'file: ../../etc/x', 4, `lists.0.file：${NAME}`, COPY],
    ['an empty name', 'notIncluded: 未纳入', 'notIncluded: ""', 1, `notIncluded：${NAME}`, COPY],
    ['a colon at the end of a name', 'contacts: 核对', 'contacts: "核对:"', 2, `contacts：${NAME}`, COPY],
    ['a bar at the start of a name', 'contacts: 核对', 'contacts: "|核对"', 2, `contacts：${NAME}`, COPY],
    [
      'a name used twice',
      'file: 账号',
      'file: 核对',
      4,
      'lists.0.file：文件名 核对 出现两次',
      '请为每份名单取不同的文件名。',
    ],
    [
      'one name for both checks',
      'contacts: 核对',
      'contacts: 未纳入',
      2,
      'contacts：文件名 未纳入 出现两次',
      '请为每份名单取不同的文件名。',
    ],
    ['a foreign key', 'contacts: 核对', 'contacts: 核对\nlist: 1', 3, 'list：不认识 list', COPY],
  ])('%s', (_, from, to, line, text, remedy) => {
    const said = mistake(small(from, to));

    expect(said).toContain(`名单设置 hqms.yaml 第 ${line} 行 ${text}`);
    expect(said.endsWith(` → ${remedy}`)).toBe(true);
  });

  it('no list at all', () => {
    expect(mistake('notIncluded: 一\ncontacts: 二\nlists: []')).toBe(
      `名单设置 hqms.yaml 第 3 行 lists：至少要有一项 → ${COPY}`,
    );
  });

  it('what is no YAML', () => {
    expect(mistake(small('contacts: 核对', 'contacts: ['))).toMatch(
      /^名单设置 hqms\.yaml 第 \d 行不是正确的 YAML → 请检查该行和上一行的缩进、冒号和引号；冒号后面要有一个空格。$/,
    );
  });

  it('a reference that leads nowhere', () => {
    expect(mistake(small('contacts: 核对', 'contacts: *nobody'))).toBe(
      '名单设置 hqms.yaml 里的引用（& 和 *）展开不了 → 请删去引用，把内容直接写出来。',
    );
  });
});
