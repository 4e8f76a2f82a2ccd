import { describe, expect, it } from 'vitest';
import { planQuestions, planReceipts, planReturns } from '../../src/registry/plan-mails.ts';
import { context, good, landline, said, sent } from '../support/mail-plans.ts';
import {
  CAMPAIGN,
  decision,
  file,
  hospital,
  LIAISON,
  liaison,
  mailbox,
  ROSTER,
  refused,
  reply,
  report,
  table,
  tell,
  unit,
} from '../support/story.ts';

describe('returns and receipts', () => {
  const faulty = () =>
    report('成都市', [good, landline], { liaison: [liaison('成都市', { email: 'hewenjing@cd-wjw.cn' })] });
  const clean = () => report('德阳市', [hospital('德阳市', 1)], { subject: '德阳市报送' });

  it('a mail with faults gets its tables back, asking for the faulty form', () => {
    const mail = faulty();
    const plan = planReturns(context([mail, clean()]));
    const state = tell([mail]);

    expect(plan.mails).toEqual([
      {
        kind: 'return',
        letter: 'return',
        unit: '510100',
        to: mailbox('成都市'),
        cc: [],
        forms: [ROSTER.form],
        about: state.submissions.map((one) => one.id),
        answers: mail.message,
        why: '有需要修改的问题',
      },
    ]);
    expect(plan.mails[0]?.about).toHaveLength(2);
  });

  it('a mail without faults gets a receipt for all its forms', () => {
    const mail = {
      ...clean(),
      ...report('德阳市', [hospital('德阳市', 1)], { liaison: [liaison('德阳市', { email: 'hewenjing@dy-wjw.cn' })] }),
    };

    expect(planReceipts(context([mail, faulty()])).mails).toMatchObject([
      {
        kind: 'receipt',
        letter: 'receipt',
        unit: '510600',
        forms: [ROSTER.form, LIAISON.form],
        answers: mail.message,
        why: '已收到，校验通过',
      },
    ]);
  });

  it('warnings need no return; waived faults neither', () => {
    const warned = { ...CAMPAIGN, severities: { 'phone/landline': 'warning' as const } };
    const mails = [report('成都市', [landline])];
    const state = tell(mails, { campaign: warned });

    expect(planReturns(context(mails, { state })).mails).toEqual([]);
    expect(planReceipts(context(mails, { state })).mails).toHaveLength(1);
    expect(
      planReceipts(context(mails, { decisions: [decision({ kind: 'waiver', subject: 'phone/landline' })] })).mails,
    ).toHaveLength(1);
  });

  it('an error needs one as well as a block', () => {
    const campaign = { ...CAMPAIGN, severities: { 'phone/landline': 'error' as const } };
    const mails = [report('成都市', [landline])];

    expect(planReturns(context(mails, { state: tell(mails, { campaign }) })).mails).toHaveLength(1);
  });

  it('is answered once: by a return or by a receipt', () => {
    const mails = [faulty(), clean()];
    const [first, second, third] = tell(mails).submissions.map((one) => one.id);
    const answered = [
      sent('成都市', 'return', '02-01', [first ?? '', second ?? '']),
      sent('德阳市', 'receipt', '02-01', [third ?? '']),
    ];

    expect(said(planReturns(context(mails, { sent: answered })))).toEqual({
      mails: [],
      skipped: [{ unit: '510100', why: '已经答复过' }],
    });
    expect(said(planReceipts(context(mails, { sent: answered })))).toEqual({
      mails: [],
      skipped: [{ unit: '510600', why: '已经答复过' }],
    });
    expect(
      planReturns(context(mails, { sent: answered.map((one) => ({ ...one, about: [first ?? ''] })) })).mails,
    ).toHaveLength(1);
    expect(
      planReturns(context(mails, { sent: answered.map((one) => ({ ...one, kind: 'reminder' as const })) })).mails,
    ).toHaveLength(1);
  });

  it('what was superseded, held or declined is not answered', () => {
    const mails = [
      faulty(),
      report('成都市', [good, { ...landline, grade: '乙等' }], { on: '01-12' }),
      reply({ rows: [good], file: 'x.xlsx' }),
    ];

    expect(planReturns(context(mails)).mails.map((one) => one.answers)).toEqual([mails[1]?.message]);
  });

  it('a return goes to the address that wrote, a file of the folder to the address book', () => {
    const stranger = reply({ from: 'x@qq.example', rows: [landline], file: '成都市附件2.xlsx' });
    const byHand = reply({ rows: [landline], file: '成都市附件2.xlsx', more: { source: 'file' } });

    expect(planReturns(context([stranger])).mails).toMatchObject([{ to: 'x@qq.example', answers: stranger.message }]);
    expect(planReturns(context([byHand])).mails).toMatchObject([{ to: mailbox('成都市'), answers: '' }]);
    expect(said(planReturns(context([byHand], { units: [{ ...unit('成都市'), emails: [] }] })))).toEqual({
      mails: [],
      skipped: [{ unit: '510100', why: '没有可以答复的邮箱' }],
    });
  });

  it('a mail for two units is answered for each by its own faults', () => {
    const files = [
      file('成都市附件2.xlsx', [table(ROSTER, [landline])]),
      file('德阳市附件2.xlsx', [table(ROSTER, [hospital('德阳市', 1)])]),
    ];
    const mails = [reply({ from: 'x@qq.example', files })];

    expect(planReturns(context(mails)).mails.map((one) => one.unit)).toEqual(['510100']);
    expect(planReceipts(context(mails)).mails.map((one) => one.unit)).toEqual(['510600']);
  });

  it('a fault beside the tables is returned for all forms of the mail', () => {
    const mails = [report('成都市', [good], { files: [refused('附件3.xlsx', 'ole', 'file/password-protected')] })];

    expect(planReturns(context(mails)).mails).toMatchObject([{ forms: [ROSTER.form] }]);
  });

  it('a unit that is no longer in the address book is left out', () => {
    expect(said(planReturns(context([faulty()], { units: [] })))).toEqual({ mails: [], skipped: [] });
  });
});

describe('questions back', () => {
  const from = mailbox('成都市');

  it.each([
    ['file/password-protected', 'question-password', '附件有打开密码'],
    ['file/picture', 'question-workbook', '附件不是可读取的表格'],
    ['file/pdf', 'question-workbook', '附件不是可读取的表格'],
    ['file/damaged', 'question-workbook', '附件不是可读取的表格'],
  ])('%s: %s', (code, letter, why) => {
    const mail = reply({ from, files: [refused('a', 'x', code)] });

    expect(planQuestions(context([mail])).mails).toEqual([
      {
        kind: 'question',
        letter,
        unit: '510100',
        to: from,
        cc: [],
        forms: [],
        about: [mail.message],
        answers: mail.message,
        why,
      },
    ]);
  });

  it.each<[string, Parameters<typeof reply>[0], string, string]>([
    [
      'a link',
      { from, more: { links: [{ provider: '', name: '', size: '', expires: '', url: 'x' }] } },
      'question-link',
      '附件是网盘链接',
    ],
    ['a forgotten attachment', { from, text: '见附件' }, 'question-attachment', '邮件里没有附件'],
    ['no attachment', { from }, 'question-attachment', '邮件里没有附件'],
    [
      'a blank table',
      { from, files: [file('附件2.xlsx', [table(ROSTER, [])])] },
      'question-workbook',
      '附件不是可读取的表格',
    ],
    ['a bomb', { from, files: [refused('a.zip', 'zip', 'file/bomb')] }, 'question-workbook', '附件不是可读取的表格'],
    ['an unknown sender', { from: 'x@qq.example', rows: [good], file: 'x.xlsx' }, 'question-unit', '不能确定报送单位'],
    ['a contradiction', { from: mailbox('德阳市'), rows: [good], file: 'x.xlsx' }, 'question-unit', '不能确定报送单位'],
  ])('%s', (_, mail, letter, why) => {
    expect(planQuestions(context([reply(mail)])).mails).toMatchObject([{ letter, why }]);
  });

  it('a stranger is answered at his own address', () => {
    expect(planQuestions(context([reply({ from: 'x@qq.example', text: '见附件' })])).mails).toMatchObject([
      { unit: '', to: 'x@qq.example', cc: [] },
    ]);
  });

  it.each<[string, Parameters<typeof reply>[0], string, string]>([
    [
      'a question needs a person',
      { from, subject: '咨询', text: '请问' },
      '510100',
      '“咨询”需要人工处理：来件提出疑问，须人工答复',
    ],
    [
      'a mail without an address',
      { subject: '报送', text: '见附件' },
      '',
      '“报送”需要人工处理：正文说有附件，但邮件里没有',
    ],
    [
      'an automatic mail',
      { from, subject: '外出', files: [refused('a.zip', 'zip', 'file/damaged')], more: { kind: 'auto-reply' } },
      '510100',
      '“外出”需要人工处理：a.zip：读不了。请重新发送',
    ],
  ])('%s', (_, mail, code, why) => {
    expect(said(planQuestions(context([reply(mail)])))).toEqual({ mails: [], skipped: [{ unit: code, why }] });
  });

  it('are asked once, and not about mail that is settled', () => {
    const mails = [reply({ from, text: '见附件' }), reply({ from, text: '收到' }), report('成都市', [good])];

    expect(
      said(planQuestions(context(mails, { sent: [sent('成都市', 'question', '02-01', [mails[0]?.message ?? ''])] }))),
    ).toEqual({
      mails: [],
      skipped: [{ unit: '510100', why: '已经询问过' }],
    });
    expect(
      planQuestions(context(mails, { sent: [sent('成都市', 'receipt', '02-01', [mails[0]?.message ?? ''])] })).mails,
    ).toHaveLength(1);
  });
});
