import { describe, expect, it } from 'vitest';
import { makeTag } from '../../src/registry/tag.ts';
import {
  CAMPAIGN,
  file,
  hospital,
  mailbox,
  names,
  outcomes,
  ROSTER,
  type Row,
  reply,
  report,
  request,
  table,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

const chengdu = [1, 2, 3].map((number) => hospital('成都市', number));
const bare = (rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, uscc: '', registrationNumber: '', organizationCode: '' }));
const nowhere = (rows: readonly Row[]) => bare(rows).map((row) => ({ ...row, prefecture: '' }));
type More = Parameters<typeof tell>[1];

/** `kind unit seen` of the evidence for the first table. */
function evidence(mail: Parameters<typeof reply>[0], more: More = {}) {
  const [submission] = tell([reply({ rows: nowhere(chengdu), file: '附件2.xlsx', ...mail })], more).submissions;
  return submission?.attribution.evidence.map(({ kind, unit, seen }) => `${kind} ${unit} ${seen}`);
}

const token = (short: string, genuine = true, form = ROSTER.form) => ({
  campaign: 'story',
  unit: unit(short)?.code ?? short,
  form,
  version: '1',
  signature: 'x',
  genuine,
});

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

describe('a hospital that signs with its own name', () => {
  it('is not thereby of the city in its name', () => {
    const name = '成都市康宁医院';
    const rows = [hospital('德阳市', 1, { name })];
    const mail = { rows, name, subject: `${name}报送`, text: name, file: `${name}.xlsx` };

    expect(tell([reply({ ...mail, from: mailbox('德阳市') })]).submissions[0]).toMatchObject({
      unit: '510600',
      state: 'accepted',
    });
    expect(tell([reply({ ...mail, from: 'h@yiyuan.example' })]).submissions[0]?.state).toBe('held');
  });

  it.each<[string, Parameters<typeof reply>[0]]>([
    ['in the subject', { subject: '康安仁和医院报送' }],
    ['in the text', { text: '康安仁和医院报送' }],
    ['in the name of the file', { file: '康安仁和医院.xlsx' }],
    ['in the display name', { name: '康安仁和 医院' }],
  ])('%s', (_, mail) => {
    const row = hospital('成都市', 1, { name: '康安仁和医院' });
    const gjw = reply({ from: mailbox('国家委在川医疗机构'), rows: [row], file: '附件2.xlsx', ...mail });

    expect(tell([gjw]).submissions[0]).toMatchObject({ unit: '51GJW', state: 'accepted' });
    expect(tell([gjw]).submissions[0]?.reason).toBe('首次报送');
    expect(tell([gjw]).submissions[0]?.attribution.evidence.at(-1)).toEqual({
      kind: 'file',
      unit: '51GJW',
      seen: '来件以表中的“康安仁和医院”署名',
    });
  });

  it('four rows are no longer one hospital’s own', () => {
    const rows = [1, 2, 3, 4].map((number) => hospital('成都市', number, { name: `康安仁和医院${number}` }));
    const own = (count: number) =>
      reply({
        from: mailbox('国家委在川医疗机构'),
        rows: rows.slice(0, count),
        subject: '康安仁和医院1报送',
        file: '附件2.xlsx',
      });

    expect(tell([own(3)]).submissions[0]?.unit).toBe('51GJW');
    expect(tell([own(4)]).submissions[0]?.state).toBe('held');
  });

  it('a name of three characters may stand anywhere', () => {
    const mail = reply({
      from: mailbox('国家委在川医疗机构'),
      rows: [hospital('成都市', 1, { name: '某医院' })],
      subject: '某医院报送',
      file: '附件2.xlsx',
    });

    expect(tell([mail]).submissions[0]?.state).toBe('held');
  });
});

describe('a table that nobody can be named for surely', () => {
  it('is asked about with the units that anything speaks for, and with none', () => {
    const mail = reply({ rows: chengdu, from: mailbox('德阳市'), file: '附件2.xlsx', subject: '报送', text: '绵阳市' });
    const state = tell([mail]);

    expect(state.questions).toEqual([
      {
        id: expect.stringMatching(/^attribution-[0-9a-f]{10}$/),
        kind: 'attribution',
        question: `附件2 医院信息汇总表（附件2.xlsx Sheet1）是哪个单位报送的？${state.submissions[0]?.attribution.reason}`,
        sides: [
          {
            answer: '成都市',
            label: '表中多数行的地区是“成都市”；多数代码的行政区划属于“成都市”',
            source: '邮件“报送”',
          },
          { answer: '德阳市', label: `发件人 ${mailbox('德阳市')} 是通讯录中“德阳市”的邮箱`, source: '邮件“报送”' },
          { answer: '绵阳市', label: '邮件正文写有“绵阳市”', source: '邮件“报送”' },
          { answer: '不采用', label: '这份表不进入汇总', source: '邮件“报送”' },
        ],
        unit: '510100',
        form: ROSTER.form,
        messages: [mail.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('where nothing speaks for anybody, every unit is offered', () => {
    const sides = tell([reply({ rows: nowhere(chengdu), file: '附件2.xlsx' })]).questions[0]?.sides ?? [];

    expect(sides.map((side) => side.answer)).toEqual([...UNITS.map((one) => one.short), '不采用']);
    expect(sides[0]?.label).toBe('由您认定');
  });

  it('unless there are too many for a list', () => {
    const many = [
      ...UNITS,
      {
        ...unit('成都市'),
        code: '510199',
        short: '成都市南片',
        name: '成都市南片',
        order: 25,
        divisions: [],
        aliases: [],
        emails: [],
      },
    ];
    const sides =
      tell([reply({ rows: nowhere(chengdu), file: '附件2.xlsx' })], { units: many }).questions[0]?.sides ?? [];

    expect(sides.map((side) => side.answer)).toEqual(['不采用']);
  });

  it('two tables of one mail, one sure and one not, are two submissions', () => {
    const files = [
      file('成都市附件2.xlsx', [table(ROSTER, chengdu.slice(0, 1))]),
      file('附件2.xlsx', [table(ROSTER, nowhere(chengdu.slice(1)))]),
    ];
    const state = tell([reply({ files, more: { message: 'c'.repeat(64) } })]);

    expect(state.submissions.map((one) => `${one.id} ${one.state}`)).toEqual([
      'cccccccccccc-hospital-roster-510100 accepted',
      'cccccccccccc-hospital-roster-unknown-held held',
    ]);
    expect(outcomes(state)).toEqual(['held mail/unit-unknown']);
    expect(names(state)).toHaveLength(1);
  });

  it('several files of one unit in one mail are one submission', () => {
    const files = [0, 1].map((at) => file(`成都市${at}.xlsx`, [table(ROSTER, chengdu.slice(at, at + 1))]));
    const state = tell([reply({ files, from: mailbox('成都市') })]);

    expect(state.submissions.map((one) => one.tables.map((sourced) => sourced.file))).toEqual([
      ['成都市0.xlsx', '成都市1.xlsx'],
    ]);
  });

  it('tables of a form that is not collected, and blank ones, are none', () => {
    const files = [file('成都市.xlsx', [table(ROSTER, chengdu, { form: 'something-else' }), table(ROSTER, [])])];

    expect(tell([reply({ files, from: mailbox('成都市') })]).submissions).toEqual([]);
  });
});

describe('answers about whose table it is', () => {
  it('name who decided and why', () => {
    const mail = reply({ from: 'x@qq.example', rows: chengdu, file: '附件2.xlsx' });
    const [question] = tell([mail]).questions;
    const state = tell([mail], {
      decisions: [
        {
          id: 'd',
          kind: 'answer',
          subject: question?.id ?? '',
          answer: '德阳市',
          reason: '电话核实',
          who: '王工',
          at: '2025-02-01T00:00:00.000Z',
          fingerprint: question?.fingerprint ?? '',
          until: '',
        },
      ],
    });

    expect(state.submissions[0]).toMatchObject({
      unit: '510600',
      state: 'accepted',
      attribution: { unit: '510600', accepted: true, reason: '由 王工 认定：电话核实' },
    });
    expect(state.submissions[0]?.attribution.evidence.at(-1)).toEqual({
      kind: 'decision',
      unit: '510600',
      seen: '认定为“德阳市”',
    });
    expect(state.submissions[0]?.id).toMatch(/-510600-held$/);
  });
});

describe('lateness', () => {
  const at = (receivedAt: string) => report('成都市', chengdu, { more: { receivedAt } });

  it('the campaign’s own day comes before the form’s', () => {
    const campaign = { ...CAMPAIGN, due: { [ROSTER.form]: '2025-02-01' } };

    expect(tell([at('2025-02-01T15:59:59.000Z')], { campaign }).submissions[0]?.late).toBe(false);
    expect(tell([at('2025-02-01T16:00:00.000Z')], { campaign }).submissions[0]?.late).toBe(true);
  });

  it('one late mail of several makes the message late', () => {
    expect(tell([at('2025-03-02T00:00:00.000Z')]).messages[0]?.late).toBe(true);
  });
});
