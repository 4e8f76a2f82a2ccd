import { describe, expect, it } from 'vitest';
import { makeTag } from '../../src/registry/tag.ts';
import {
  decision,
  file,
  hospital,
  mailbox,
  names,
  outcomes,
  ROSTER,
  reply,
  report,
  request,
  table,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

const chengdu = [hospital('成都市', 1), hospital('成都市', 2), hospital('成都市', 3)];
const token = (short: string, genuine = true) => ({
  campaign: 'story',
  unit: unit(short).code,
  form: ROSTER.form,
  version: '1',
  signature: 'x',
  genuine,
});

describe('a table is taken when two kinds of evidence agree and none contradicts', () => {
  it.each([
    ['sender and city', { from: mailbox('成都市') }],
    ['file name and city', { file: '成都市卫健委附件2.xlsx' }],
    [
      'title and city',
      {
        tables: [table(ROSTER, chengdu, { surroundings: ['填报单位（盖章）：成都市卫生健康委员会'] })],
        rows: undefined,
      },
    ],
    ['subject and city', { subject: '成都市报送医院信息' }],
    ['display name and city', { name: '成都市卫健委医政处' }],
    ['county in the file name and city', { file: '金堂县附件2.xlsx' }],
    ['tag and city', { subject: `回复：通知 ${makeTag('510100', 'story')}` }],
    ['token and city', { token: token('成都市') }],
    ['thread and city', { references: ['req-1@box'] }],
  ])('%s', (_, mail) => {
    const { rows = chengdu, ...rest } = mail as { rows?: typeof chengdu };
    const state = tell([reply({ ...rest, ...('rows' in mail && mail.rows === undefined ? {} : { rows }) })], {
      sent: [request('成都市', '<req-1@box>')],
    });

    expect(state.submissions[0]).toMatchObject({ unit: '510100', state: 'accepted' });
    expect(outcomes(state)).toEqual(['merged mail/merged']);
  });

  it('also where the clerk has not filled the address book yet', () => {
    const bare = UNITS.map((one) => ({ ...one, emails: [] }));

    const state = tell([reply({ from: 'a@b.example', file: '附件2（德阳市）.xlsx', rows: [hospital('德阳市', 1)] })], {
      units: bare,
    });

    expect(names(state)).toHaveLength(1);
  });
});

describe('a table is held with its reasons', () => {
  it.each([
    ['one kind only', { from: 'x@qq.example' }, 'mail/unknown-sender'],
    ['sender of another city', { from: mailbox('德阳市'), file: '成都市.xlsx' }, 'mail/unit-contradiction'],
    ['file name of another city', { from: mailbox('成都市'), file: '绵阳市附件2.xlsx' }, 'mail/unit-contradiction'],
    ['template of another unit', { from: mailbox('成都市'), token: token('德阳市') }, 'mail/unit-contradiction'],
    [
      'forged template of another unit',
      { from: mailbox('成都市'), token: token('德阳市', false) },
      'mail/unit-contradiction',
    ],
    [
      'title of another city',
      {
        from: mailbox('成都市'),
        tables: [table(ROSTER, chengdu, { surroundings: ['填报单位：南充市卫健委'] })],
        rows: [],
      },
      'mail/unit-contradiction',
    ],
  ])('%s', (_, mail, code) => {
    const state = tell([reply({ rows: chengdu, ...mail })]);

    expect(outcomes(state)).toEqual([`held ${code}`]);
    expect(names(state)).toEqual([]);
    expect(state.submissions[0]?.reason).not.toBe('');
    expect(state.questions.map((one) => one.kind)).toEqual(['attribution']);
  });

  it('sender forged according to the server: the address no longer counts', () => {
    const mail = reply({
      from: mailbox('成都市'),
      rows: chengdu,
      more: { authentication: { spf: 'fail', dkim: '', dmarc: '' } },
    });

    expect(outcomes(tell([mail]))[0]).toMatch(/^held/);
  });

  it('codes of another city under the city’s name', () => {
    const rows = [1, 2, 3].map((number) => hospital('南充市', number, { prefecture: '成都市' }));

    expect(outcomes(tell([report('成都市', rows)]))).toEqual(['held mail/unit-contradiction']);
  });
});

describe('units without divisions', () => {
  it('科学城: the city column says 绵阳市', () => {
    const rows = [hospital('绵阳市', 1)];

    expect(tell([report('科学城', rows, { file: '绵阳科学城卫健委附件2.xlsx' })]).submissions[0]).toMatchObject({
      unit: '51KXC',
      state: 'accepted',
    });
  });

  it('a hospital of 国家委 that mails by itself under its own name', () => {
    const row = hospital('成都市', 7);
    const mail = reply({ from: mailbox('国家委在川医疗机构'), subject: `${row['name']}报送`, rows: [row] });

    expect(tell([mail]).submissions[0]).toMatchObject({ unit: '51GJW', state: 'accepted' });
  });
});

it('attributes each workbook of a batched mail by itself', () => {
  const mail = reply({
    from: 'colleague@example.com',
    files: [
      file('各市.zip!德阳市/附件2.xlsx', [table(ROSTER, [hospital('德阳市', 1)])]),
      file('各市.zip!绵阳市/附件2.xlsx', [table(ROSTER, [hospital('绵阳市', 1)])]),
    ],
  });

  expect(tell([mail]).submissions.map((one) => `${one.unit} ${one.state}`)).toEqual([
    '510600 accepted',
    '510700 accepted',
  ]);
});

describe('a person answers whose table it is', () => {
  const mail = reply({ from: 'x@qq.example', rows: chengdu });
  const ask = () => tell([mail]).questions[0];

  it('and the table is taken', () => {
    const question = ask();
    const state = tell([mail], {
      decisions: [
        decision({
          kind: 'answer',
          subject: question?.id ?? '',
          answer: '成都市',
          fingerprint: question?.fingerprint ?? '',
        }),
      ],
    });

    expect(names(state)).toHaveLength(3);
    expect(state.questions[0]?.decided?.who).toBe('王工');
  });

  it('and the answer is opened again when the evidence has changed', () => {
    const question = ask();
    const answer = decision({
      kind: 'answer',
      subject: question?.id ?? '',
      answer: '成都市',
      fingerprint: 'other evidence',
    });

    expect(outcomes(tell([mail], { decisions: [answer] }))[0]).toMatch(/^held/);
  });

  it('or declines it', () => {
    const question = ask();
    const answer = decision({
      kind: 'answer',
      subject: question?.id ?? '',
      answer: '不采用',
      fingerprint: question?.fingerprint ?? '',
    });

    expect(outcomes(tell([mail], { decisions: [answer] }))).toEqual(['ignored mail/declined']);
  });
});
