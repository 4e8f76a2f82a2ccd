import { describe, expect, it } from 'vitest';
import { makeTag } from '../../src/registry/tag.ts';
import { bare, chengdu, evidence, type More, nowhere, token } from '../support/evidence-facts.ts';
import {
  file,
  hospital,
  mailbox,
  outcomes,
  ROSTER,
  type Row,
  reply,
  report,
  request,
  table,
  tell,
  UNITS,
} from '../support/story.ts';

describe('evidence for the unit of a table', () => {
  it('nothing says anything', () => {
    expect(evidence({ from: 'x@qq.example' })).toEqual([]);
  });

  it.each<[string, Parameters<typeof reply>[0], string[]]>([
    ['the sender', { from: mailbox('成都市') }, [`sender 510100 发件人 ${mailbox('成都市')} 是通讯录中“成都市”的邮箱`]],
    [
      'his address in capitals',
      { from: mailbox('成都市').toUpperCase() },
      [`sender 510100 发件人 ${mailbox('成都市').toUpperCase()} 是通讯录中“成都市”的邮箱`],
    ],
    ['the thread', { references: ['<req-1@box>', '<unknown@box>'] }, ['thread 510100 回复了发给“成都市”的邮件']],
    [
      'two threads',
      { references: ['<req-1@box>', '<req-2@box>'] },
      ['thread 510100 回复了发给“成都市”的邮件', 'thread 510600 回复了发给“德阳市”的邮件'],
    ],
    ['the tag', { subject: `回复 ${makeTag('510100', 'story')}` }, ['tag 510100 主题带有“成都市”的编号']],
    ['the tag of nobody', { subject: `回复 ${makeTag('999999', 'story')}` }, []],
    ['the display name', { name: '成都市卫健委' }, ['name 510100 发件人名称写有“成都市”']],
    ['the subject', { subject: '成都市报送' }, ['name 510100 邮件主题写有“成都市”']],
    ['the text', { text: '成都市报送，请查收' }, ['name 510100 邮件正文写有“成都市”']],
    ['a text that names two', { text: '成都市、德阳市报送' }, []],
    ['the name of the file', { file: '成都市附件2.xlsx' }, ['file 510100 文件名写有“成都市”']],
    ['the folder in the archive', { file: '各市.zip!成都市/附件2.xlsx' }, ['file 510100 文件名写有“成都市”']],
    [
      'the innermost name before the outer',
      { file: '德阳市.zip!成都市\\附件2.xlsx' },
      ['file 510100 文件名写有“成都市”'],
    ],
    ['a name of two units, the outer notwithstanding', { file: '德阳市.zip!成都市绵阳市.xlsx' }, []],
    ['a template', { token: token('成都市') }, ['token 510100 表格是发给“成都市”的模板']],
    [
      'a forged template',
      { token: token('成都市', false) },
      ['token 510100 表格带有模板标识（“成都市”），但不是本次活动签发的'],
    ],
  ])('%s', (_, mail, expected) => {
    expect(evidence(mail, { sent: [request('成都市', '<req-1@box>'), request('德阳市', '<req-2@box>')] })).toEqual(
      expected,
    );
  });

  it('a template of a unit that this campaign does not have speaks for nobody', () => {
    const sichuan = UNITS.filter((one) => one.short !== '德阳市');

    expect(evidence({ token: token('德阳市') }, { units: sichuan })).toEqual([
      'token  表格带有模板标识（“510600”），但不是本次活动签发的',
    ]);
    expect(outcomes(tell([report('成都市', chengdu, { token: token('德阳市') })], { units: sichuan }))).toEqual([
      'merged mail/merged',
    ]);
  });

  it.each<[string, Partial<ReturnType<typeof table>>, string[]]>([
    [
      'the line of the reporter',
      { surroundings: ['填报单位：成都市卫健委', '德阳市转'] },
      ['file 510100 填报单位写有“成都市”'],
    ],
    ['the name of the sheet', { sheet: '成都', surroundings: ['德阳市转'] }, ['file 510100 工作表名写有“成都市”']],
    ['the title', { surroundings: ['成都市医院信息汇总表'] }, ['file 510100 标题写有“成都市”']],
    ['a title with two cities', { surroundings: ['成都市、德阳市医院信息汇总表'] }, []],
    ['a reporter with two cities, the title besides', { surroundings: ['填报单位：成都市德阳市', '绵阳市'] }, []],
  ])('%s', (_, changes, expected) => {
    expect(evidence({ tables: [table(ROSTER, nowhere(chengdu), changes)], rows: [] })).toEqual(expected);
  });

  it.each<[string, readonly Row[], string[]]>([
    ['the cells of the city', bare(chengdu), ['city 510100 表中多数行的地区是“成都市”']],
    ['the codes', chengdu.map((row) => ({ ...row, prefecture: '' })), ['city 510100 多数代码的行政区划属于“成都市”']],
    ['both', chengdu, ['city 510100 表中多数行的地区是“成都市”', 'city 510100 多数代码的行政区划属于“成都市”']],
    [
      'the registration number where the credit code is missing',
      chengdu.map((row) => ({ ...row, prefecture: '', uscc: '' })),
      ['city 510100 多数代码的行政区划属于“成都市”'],
    ],
    [
      'a city with what belongs to it',
      bare(chengdu).map((row) => ({ ...row, prefecture: '成都市卫生健康委员会' })),
      ['city 510100 表中多数行的地区是“成都市”'],
    ],
    [
      'the code of the city, which its column knows',
      bare(chengdu).map((row) => ({ ...row, prefecture: '5101' })),
      ['city 510100 表中多数行的地区是“成都市”'],
    ],
    ['two cities in one cell', bare(chengdu).map((row) => ({ ...row, prefecture: '成都市和德阳市' })), []],
    [
      'three of five',
      bare([...chengdu, hospital('德阳市', 1), hospital('绵阳市', 1)]),
      ['city 510100 表中多数行的地区是“成都市”'],
    ],
    ['half of them', bare([...chengdu.slice(0, 2), hospital('德阳市', 1), hospital('绵阳市', 1)]), []],
    ['mostly no known city', bare(chengdu).map((row) => ({ ...row, prefecture: '某某市' })), []],
  ])('%s', (_, rows, expected) => {
    expect(evidence({ rows })).toEqual(expected);
  });
});

describe('codes against the cells of the city', () => {
  const moved = (count: number) =>
    Array.from({ length: count }, (_, at) => hospital('南充市', at + 1, { prefecture: '成都市' }));

  it('two are noted, three contradict', () => {
    expect(outcomes(tell([report('成都市', moved(2))]))).toEqual(['merged mail/merged']);
    expect(outcomes(tell([report('成都市', moved(3))]))).toEqual(['held mail/unit-contradiction']);
    expect(tell([report('成都市', moved(2))]).submissions[0]?.attribution.evidence.map((one) => one.seen)).toContain(
      '多数代码的行政区划属于“南充市”',
    );
  });
});

describe('what counts as one kind, two kinds, a contradiction', () => {
  const state = (mail: Parameters<typeof reply>[0], more: More = {}) =>
    tell([reply({ rows: chengdu, file: '附件2.xlsx', ...mail })], more);

  it('accepted, with its reasons in words', () => {
    expect(state({ from: mailbox('成都市') }).submissions[0]?.attribution).toMatchObject({
      unit: '510100',
      accepted: true,
      reason: `发件人 ${mailbox('成都市')} 是通讯录中“成都市”的邮箱；表中多数行的地区是“成都市”；多数代码的行政区划属于“成都市”，互相一致`,
    });
  });

  it('an unknown sender with the cells of the city only', () => {
    expect(state({ from: 'x@qq.example' }).submissions[0]).toMatchObject({
      unit: '510100',
      state: 'held',
      reason:
        '发件人不在通讯录中，只有一类线索指向“成都市”：表中多数行的地区是“成都市”；多数代码的行政区划属于“成都市”',
    });
  });

  it('a known sender and nothing else', () => {
    const one = state({ from: mailbox('成都市'), rows: nowhere(chengdu) });

    expect(outcomes(one)).toEqual(['held mail/attribution-weak']);
    expect(one.submissions[0]?.reason).toBe(
      `只有一类线索指向“成都市”：发件人 ${mailbox('成都市')} 是通讯录中“成都市”的邮箱`,
    );
  });

  it('nothing at all', () => {
    const none = state({ rows: nowhere(chengdu) });

    expect(outcomes(none)).toEqual(['held mail/unit-unknown']);
    expect(none.submissions[0]).toMatchObject({ unit: '', reason: '没有任何线索说明是哪个单位报送的' });
    expect(none.submissions[0]?.id).toMatch(/^[0-9a-f]{12}-hospital-roster-unknown-held$/);
  });

  it('a contradiction names both sides', () => {
    expect(state({ from: mailbox('德阳市') }).submissions[0]?.reason).toBe(
      `线索不一致：表中多数行的地区是“成都市”；多数代码的行政区划属于“成都市”；发件人 ${mailbox('德阳市')} 是通讯录中“德阳市”的邮箱`.replace(
        /线索不一致：(.*)；(发件人.*)$/,
        (_, city: string, sender: string) => `线索不一致：${city}；${sender}`,
      ),
    );
  });

  it('words in the text support, but never contradict', () => {
    expect(outcomes(state({ text: '成都市报送' }))).toEqual(['merged mail/merged']);
    expect(outcomes(state({ from: mailbox('成都市'), text: '请转德阳市' }))).toEqual(['merged mail/merged']);
  });

  it('two threads are told, but support nobody', () => {
    const sent = [request('成都市', '<req-1@box>'), request('德阳市', '<req-2@box>')];

    expect(outcomes(state({ references: ['<req-1@box>', '<req-2@box>'] }, { sent }))).toEqual([
      'held mail/unknown-sender',
    ]);
    expect(outcomes(state({ references: ['<req-1@box>'] }, { sent }))).toEqual(['merged mail/merged']);
    expect(outcomes(state({ from: mailbox('成都市'), references: ['<req-1@box>', '<req-2@box>'] }, { sent }))).toEqual([
      'merged mail/merged',
    ]);
  });

  it('a thread of another unit contradicts', () => {
    expect(
      outcomes(
        state({ from: mailbox('成都市'), references: ['<req-2@box>'] }, { sent: [request('德阳市', '<req-2@box>')] }),
      ),
    ).toEqual(['held mail/unit-contradiction']);
  });

  it('an address that two units share supports neither', () => {
    const units = UNITS.map((one) =>
      ['成都市', '德阳市'].includes(one.short) ? { ...one, emails: ['both@wjw.cn'] } : one,
    );

    expect(outcomes(state({ from: 'both@wjw.cn' }, { units }))).toEqual([
      'held mail/one-kind'.replace('one-kind', 'attribution-weak'),
    ]);
  });

  it.each([
    [{ spf: 'fail', dkim: '', dmarc: '' }, 'held mail/attribution-weak'],
    [{ spf: 'fail', dkim: 'pass', dmarc: '' }, 'merged mail/merged'],
    [{ spf: 'pass', dkim: '', dmarc: 'fail' }, 'held mail/attribution-weak'],
    [{ spf: 'fail', dkim: 'fail', dmarc: 'pass' }, 'merged mail/merged'],
    [{ spf: 'softfail', dkim: '', dmarc: '' }, 'merged mail/merged'],
    [{ spf: '', dkim: 'fail', dmarc: '' }, 'merged mail/merged'],
  ])('a sender with %j: %s', (authentication, outcome) => {
    expect(outcomes(state({ from: mailbox('成都市'), more: { authentication } }))).toEqual([outcome]);
  });

  it('a forged sender is told to the clerk', () => {
    const authentication = { spf: 'fail', dkim: '', dmarc: '' };

    expect(evidence({ from: mailbox('成都市'), more: { authentication } })).toEqual([
      `sender 510100 发件人 ${mailbox('成都市')} 是通讯录中“成都市”的邮箱`,
      `authentication  发件人 ${mailbox('成都市')} 未通过邮件服务器的真实性验证`,
    ]);
    expect(evidence({ from: '', more: { authentication } })).toEqual([]);
  });

  it('a forged template supports nobody and contradicts its own name only', () => {
    expect(outcomes(state({ token: token('成都市', false) }))).toEqual(['held mail/unknown-sender']);
    expect(outcomes(state({ from: mailbox('成都市'), token: token('成都市', false) }))).toEqual(['merged mail/merged']);
    expect(outcomes(state({ from: mailbox('成都市'), token: token('德阳市', false) }))).toEqual([
      'held mail/unit-contradiction',
    ]);
  });

  it('a workbook with the templates of two forms: each table by its own', () => {
    const two = {
      ...file('附件.xlsx', [table(ROSTER, chengdu)]),
      tokens: [token('成都市'), token('德阳市', true, 'liaison-list')],
    };
    const other = { ...two, tokens: [token('德阳市', true, 'liaison-list')] };

    expect(outcomes(tell([reply({ files: [two] })]))).toEqual(['merged mail/merged']);
    expect(outcomes(tell([reply({ files: [other], from: mailbox('成都市') })]))).toEqual([
      'held mail/unit-contradiction',
    ]);
  });

  it('a file put into the folder has no sender, no thread and no subject', () => {
    const mail = {
      from: mailbox('德阳市'),
      subject: `德阳市 ${makeTag('510600', 'story')}`,
      references: ['<req-2@box>'],
      text: '德阳市',
      name: '成都市',
      more: { source: 'file' as const },
    };

    expect(evidence(mail, { sent: [request('德阳市', '<req-2@box>')] })).toEqual([
      'name 510100 发件人名称写有“成都市”',
    ]);
  });
});
