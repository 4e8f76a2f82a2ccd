import { describe, expect, it } from 'vitest';
import { makeTag } from '../../src/registry/tag.ts';
import { chengdu, nowhere } from '../support/evidence-facts.ts';
import {
  answer,
  CAMPAIGN,
  file,
  hospital,
  mailbox,
  names,
  outcomes,
  ROSTER,
  reply,
  report,
  table,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

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

  it('says nothing more where its city writes, or where nobody of its group is known to write', () => {
    const [row] = nowhere([hospital('成都市', 1, { name: '康安仁和医院' })]);
    const mail = { rows: row ? [row] : [], subject: '康安仁和医院报送', file: '附件2.xlsx' };
    const tagged = { ...mail, subject: `康安仁和医院报送 ${makeTag('51GJW', 'story')}` };

    expect(outcomes(tell([reply({ ...mail, from: mailbox('成都市') })]))).toEqual(['held mail/attribution-weak']);
    expect(outcomes(tell([reply({ ...tagged, from: 'x@qq.example' })]))).toEqual(['held mail/unknown-sender']);
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

  it('is asked about again when the evidence is another', () => {
    const mail = reply({ from: 'x@qq.example', rows: chengdu, file: '附件2.xlsx' });
    const given = answer(tell([mail]).questions[0], '成都市');
    const known = UNITS.map((one) => (one.short === '德阳市' ? { ...one, emails: ['x@qq.example'] } : one));

    expect(tell([mail], { decisions: [given] }).questions[0]?.decided?.answer).toBe('成都市');
    expect(tell([mail], { decisions: [given], units: known }).questions[0]?.decided).toBeUndefined();
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
