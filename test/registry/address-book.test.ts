import { describe, expect, it } from 'vitest';
import { fillAddressBook, readAddressBook, readUnits, splitList } from '../../src/registry/address-book.ts';
import { UNITS, unit } from '../support/story.ts';
import { sheet } from '../support/table.ts';

describe('an address book is read', () => {
  it.each([
    [
      'code, unit, mailbox',
      '| 代码 | 单位 | 邮箱 |\n| 510100 | 成都市 | a@x.cn |',
      [{ row: 2, code: '510100', name: '成都市', emails: ['a@x.cn'] }],
    ],
    [
      'other words for them',
      '| 单位代码 | 报送单位 | 电子邮箱 | 联系电话 |\n| 1 | 甲 | a@x.cn | 139 |',
      [{ row: 2, code: '1', name: '甲', emails: ['a@x.cn'], phone: '139' }],
    ],
    [
      'by the short name',
      '| 简称 | 邮箱 | 手机 |\n| 成都 | a@x.cn | 139 |',
      [{ row: 2, short: '成都', emails: ['a@x.cn'], phone: '139' }],
    ],
    ['by the code alone', '| 代码 | 邮箱 |\n| 510100 | a@x.cn |', [{ row: 2, code: '510100', emails: ['a@x.cn'] }]],
    [
      'lines above the header, spaces in it',
      '| 通讯录 |\n| 单 位 | 邮 箱 |\n| 甲 | a@x.cn |',
      [{ row: 3, name: '甲', emails: ['a@x.cn'] }],
    ],
    [
      'several addresses, capitals, full width',
      '| 单位名称 | 邮箱 | 抄送 |\n| 甲 | A@X.cn；ｂ＠x.cn， c @x.cn | D@x.cn、e@x.cn |',
      [{ row: 2, name: '甲', emails: ['a@x.cn', 'b@x.cn', 'c@x.cn'], cc: ['d@x.cn', 'e@x.cn'] }],
    ],
    [
      'names keep their letters',
      '| 单位 | 邮箱 | 别名 | 行政区划代码 |\n| 甲 | a@x.cn | AB院；乙 | 5101；5102 |',
      [{ row: 2, name: '甲', emails: ['a@x.cn'], aliases: ['AB院', '乙'], divisions: ['5101', '5102'] }],
    ],
    [
      'a column of one’s own and blank lines',
      '| 单位 | 邮箱 | 备注 |\n| | | 空 |\n\n| 甲 | a@x.cn | 好 |',
      [{ row: 4, name: '甲', emails: ['a@x.cn'] }],
    ],
    [
      'kind and contact',
      '| 单位 | 邮箱 | 类型 | 联系人 |\n| 甲 | a@x.cn | 医院 | 何文静 |',
      [{ row: 2, name: '甲', emails: ['a@x.cn'], kind: '医院', contact: '何文静' }],
    ],
    ['no column of mailboxes', '| 单位 | 电话 |\n| 甲 | 139 |', undefined],
    ['no column of units', '| 邮箱 | 电话 |\n| a@x.cn | 139 |', undefined],
    ['a header only', '| 单位 | 邮箱 |', []],
  ])('%s', (_, grid, expected) => {
    expect(readAddressBook(sheet(grid))).toEqual(expected);
  });

  it.each([
    ['a;b；c,d，e、f\ng', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    [' a ; ; b ', ['a', 'b']],
    ['', []],
  ])('a cell %j holds %j', (text, parts) => {
    expect(splitList(text)).toEqual(parts);
  });
});

describe('addresses are put to the units', () => {
  const fill = (...lines: Parameters<typeof fillAddressBook>[1]) =>
    fillAddressBook(
      UNITS.map((one) => ({ ...one, emails: [] })),
      lines,
    );
  const emailsOf = (short: string, ...lines: Parameters<typeof fillAddressBook>[1]) =>
    fill(...lines).units.find((one) => one.short === short)?.emails;

  it('the code of any unit, and of that unit alone', () => {
    expect(fill({ row: 2, code: '510600', emails: ['new@x.cn'] }).units.filter((one) => one.emails.length > 0)).toEqual(
      [{ ...unit('德阳市'), emails: ['new@x.cn'] }],
    );
  });

  it.each([
    ['the code', { code: '510100' }],
    ['the name', { name: '成都市卫生健康委员会' }],
    ['the short name', { name: '成都市' }],
    ['the short name in its own column', { short: '成都市' }],
    ['an alias', { name: '成都' }],
    ['spaces and width', { name: '成 都 市' }],
    ['the code before the name', { code: '510100', name: '德阳市' }],
    ['the name where the code is nobody’s', { code: '999999', name: '成都市' }],
    ['the name where the code is blank', { code: '', name: '成都市' }],
    ['the short name where the name is nobody’s', { name: '某某', short: '成都市' }],
    ['the short name where the name is blank', { name: '', short: '成都市' }],
  ])('by %s', (_, line) => {
    expect(emailsOf('成都市', { row: 2, ...line, emails: ['a@x.cn'] })).toEqual(['a@x.cn']);
    expect(emailsOf('德阳市', { row: 2, ...line, emails: ['a@x.cn'] })).toEqual([]);
  });

  it('lines of one unit add up, the last contact counts', () => {
    const { units, unmatched } = fill(
      { row: 2, code: '510100', emails: ['a@x.cn'], cc: ['c@x.cn'], contact: '甲', phone: '1' },
      { row: 3, code: '510100', emails: ['b@x.cn', 'a@x.cn'], cc: ['c@x.cn', 'd@x.cn'], contact: '乙' },
      { row: 4, code: '510100' },
    );

    expect(units[0]).toEqual({
      ...unit('成都市'),
      emails: ['a@x.cn', 'b@x.cn'],
      cc: ['c@x.cn', 'd@x.cn'],
      contact: '乙',
      phone: '1',
    });
    expect(units.map((one) => one.code)).toEqual(UNITS.map((one) => one.code));
    expect(unmatched).toEqual([]);
  });

  it('lines of nobody are handed back', () => {
    const lines = [{ row: 2, name: '某某县', emails: ['a@x.cn'] }, { row: 3 }];

    expect(fill(...lines).unmatched).toEqual(lines);
  });
});

describe('a list of one’s own units', () => {
  it('keeps their order and everything that is written', () => {
    const line = {
      row: 2,
      code: 'A1',
      name: '甲县卫生局',
      short: '甲县',
      kind: '直属医院',
      emails: ['a@x.cn'],
      cc: ['c@x.cn'],
      contact: '何文静',
      phone: '139',
      aliases: ['甲'],
      divisions: ['510121'],
    };

    expect(readUnits([line, { row: 3, name: '乙县' }, { row: 4, short: '丙县', kind: '区域' }, { row: 5 }])).toEqual([
      { order: 1, ...Object.fromEntries(Object.entries(line).filter(([key]) => key !== 'row')), kind: 'hospitals' },
      {
        order: 2,
        code: '乙县',
        name: '乙县',
        short: '乙县',
        kind: 'area',
        aliases: [],
        divisions: [],
        emails: [],
        cc: [],
        contact: '',
        phone: '',
      },
      {
        order: 3,
        code: '丙县',
        name: '丙县',
        short: '丙县',
        kind: 'area',
        aliases: [],
        divisions: [],
        emails: [],
        cc: [],
        contact: '',
        phone: '',
      },
      {
        order: 4,
        code: '4',
        name: '',
        short: '',
        kind: 'area',
        aliases: [],
        divisions: [],
        emails: [],
        cc: [],
        contact: '',
        phone: '',
      },
    ]);
  });
});
