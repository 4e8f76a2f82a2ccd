import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../src/registry/reading.ts';
import {
  answer,
  file,
  hospital,
  LIAISON,
  liaison,
  mailbox,
  outcomes,
  ROSTER,
  refused,
  reply,
  report,
  request,
  table,
  tell,
} from '../support/story.ts';

const row = hospital('成都市', 1);
const from = mailbox('成都市');
type Mail = Parameters<typeof reply>[0];

/** `state code reason` of a mail of 成都市. */
function told(mail: Mail) {
  const [message] = tell([reply({ from, ...mail })]).messages;
  return `${message?.state} ${message?.reasonCode} ${message?.reason}`;
}

const link = { provider: '', name: '', size: '', expires: '', url: 'https://x.example' };

function withoutFormat(one: FileReading): FileReading {
  const { format: _, ...others } = one;
  return others;
}

const TYPED = 'mail/typed-data 正文里写有机构的代码，可能是在正文里填报，须人工查看';

describe('the reason of a message', () => {
  it.each<[Mail, string]>([
    [{ more: { kind: 'auto-reply' } }, 'ignored mail/auto-reply 自动回复，无需处理'],
    [{ more: { kind: 'auto-reply', kindReason: '休假' } }, 'ignored mail/auto-reply 自动回复，无需处理（邮件头 休假）'],
    [
      { more: { kind: 'auto-reply', kindReason: 'Subject: 自动回复：\n休假' } },
      'ignored mail/auto-reply 自动回复，无需处理（主题“自动回复：\n休假”）',
    ],
    [
      { more: { kind: 'bounce', kindReason: 'From: postmaster@x.example' } },
      'ignored mail/bounce 退信，收件地址无法送达（发件人 postmaster@x.example）',
    ],
    [
      { more: { kind: 'advertisement', kindReason: 'X-From: 甲' } },
      'ignored mail/advertisement 广告或垃圾邮件，无需处理（邮件头 X-From: 甲）',
    ],
    [{ more: { kind: 'bounce' } }, 'ignored mail/bounce 退信，收件地址无法送达'],
    [{ more: { kind: 'read-receipt' } }, 'ignored mail/read-receipt 已读回执，无需处理'],
    [{ more: { kind: 'advertisement' } }, 'ignored mail/advertisement 广告或垃圾邮件，无需处理'],
    [{ text: '撤回昨天的表' }, 'held mail/withdrawal 来件要求撤回已报的内容，须人工确认'],
    [{ text: '见附件' }, 'held mail/forgotten-attachment 正文说有附件，但邮件里没有'],
    [{ text: '请问怎么填' }, 'held mail/question 来件提出疑问，须人工答复'],
    [{ text: '收到' }, 'ignored mail/acknowledgement 只是表示收到，无需处理'],
    [{ subject: '收到' }, 'ignored mail/acknowledgement 只是表示收到，无需处理'],
    [{ subject: '收到', text: '请问怎么填' }, 'held mail/question 来件提出疑问，须人工答复'],
    [{ subject: '回复：请问怎么填' }, 'held mail/no-attachment 邮件里没有附件，须人工查看'],
    [{ subject: ' Re: 转发：请问怎么填', text: '好的' }, 'ignored mail/acknowledgement 只是表示收到，无需处理'],
    [{ subject: '再次回复：请问怎么填' }, 'held mail/question 来件提出疑问，须人工答复'],
    [{ text: '代码12510100450712347E' }, `held ${TYPED}`],
    [{ text: '125101004507123470' }, `held ${TYPED}`],
    [{ text: '登记号 MA612345X51010411A1001。' }, `held ${TYPED}`],
    [{ text: '收到，单号ABCDEFGH12345JKLMN' }, 'ignored mail/acknowledgement 只是表示收到，无需处理'],
    [{}, 'held mail/no-attachment 邮件里没有附件，须人工查看'],
    [
      { subject: '更正', text: '数据管理员手机号应为13900009999，请帮忙改一下，谢谢！' },
      'held mail/change-in-words 来件在信里要求改动已报的内容，须人工处理',
    ],
    [
      { text: '收到。我市联络员为何文静，医政科科长，手机13900009999。' },
      'held mail/typed-data 正文里写有人员的手机号码，可能是在正文里填报，须人工查看',
    ],
    [{ text: '收到，谢谢！\n何文静 手机13900009999' }, 'ignored mail/acknowledgement 只是表示收到，无需处理'],
    [
      { text: '收到，我市没有二级以上的民营医院，无需填报。' },
      'held mail/nothing-to-report 来件说没有要填报的内容，须人工确认',
    ],
    [{ files: [refused('a.pdf', 'pdf', 'file/pdf')] }, 'held file/pdf a.pdf：读不了。请重新发送'],
    [{ files: [refused('a.zip', 'zip', 'file/bomb')] }, 'quarantined file/bomb a.zip：读不了'],
    [
      { files: [refused('a.pdf', 'pdf', 'file/pdf'), refused('a.zip', 'zip', 'file/too-deep')] },
      'quarantined file/too-deep a.zip：读不了',
    ],
    [{ files: [refused('a', 'x', 'file/too-slow')] }, 'quarantined file/too-slow a：读不了'],
    [{ files: [refused('a', 'x', 'file/too-many')] }, 'quarantined file/too-many a：读不了'],
    [{ files: [refused('a', 'x', 'file/unsafe-path')] }, 'quarantined file/unsafe-path a：读不了'],
    [{ files: [refused('a', 'x', 'file/too-short')] }, 'held file/too-short a：读不了。请重新发送'],
    [{ more: { links: [{ ...link, name: '附件2.xlsx' }] } }, 'held mail/link 只有网盘链接：附件2.xlsx，没有附件'],
    [{ more: { links: [{ ...link, provider: '某盘' }] } }, 'held mail/link 只有某盘链接：网盘链接，没有附件'],
    [
      { more: { links: [link] }, files: [refused('a.pdf', 'pdf', 'file/pdf')] },
      'held file/pdf a.pdf：读不了。请重新发送',
    ],
    [{ more: { links: [link] }, files: [file('回执.xlsx', [])] }, 'held mail/link 只有网盘链接：网盘链接，没有附件'],
    [{ files: [file('附件2.xlsx', [table(ROSTER, [])])] }, 'held file/empty-table 表格里没有填写任何一行'],
    [{ files: [file('回执.xlsx', [])] }, 'held file/no-table 回执.xlsx：没有找到通知要求的表格'],
    [
      { files: [{ ...file('包.zip', []), fate: 'container' }, file('包.zip!回执.xlsx', [])] },
      'held file/no-table 回执.xlsx：没有找到通知要求的表格',
    ],
    [{ text: '收到', files: [file('正文表格.html', [])] }, 'ignored mail/acknowledgement 只是表示收到，无需处理'],
    [
      { text: '收到', files: [refused('logo.png', 'image', 'file/system-file')] },
      'ignored mail/acknowledgement 只是表示收到，无需处理',
    ],
    [
      { more: { refusal: { code: 'mail/damaged', text: '邮件损坏', ask: '请重发' } } },
      'quarantined mail/damaged 邮件损坏。请重发',
    ],
  ])('%j', (mail, expected) => {
    expect(told(mail)).toBe(expected);
  });

  it('a table drawn in the text of the letter counts like a workbook', () => {
    expect(outcomes(tell([reply({ from, files: [file('正文表格.html', [table(ROSTER, [row])])] })]))).toEqual([
      'merged mail/merged',
    ]);
  });

  it.each([
    ['a workbook', { ...file('附件2.xlsx', []) }, 'held'],
    ['an archive', refused('a.rar', 'rar', 'file/damaged'), 'held'],
    ['a 7z', refused('a.7z', '7z', 'file/damaged'), 'held'],
    ['a zip', refused('a.zip', 'zip', 'file/damaged'), 'held'],
    ['an old workbook', refused('a.xls', 'ole', 'file/damaged'), 'held'],
    ['a sheet', refused('a.et', 'spreadsheet', 'file/damaged'), 'held'],
    ['a locked file', refused('a.bin', 'unknown', 'file/password-protected'), 'held'],
    ['a list of values', { ...file('附件2.csv', []), kind: 'text', format: 'csv' }, 'held'],
    ['a table in a document', { ...withoutFormat(file('附件2.doc', [table(ROSTER, [])])), kind: 'document' }, 'held'],
    ['a note', { ...withoutFormat(file('附件2.txt', [])), kind: 'text' }, 'ignored'],
    ['a picture', refused('a.png', 'image', 'file/picture'), 'ignored'],
    ['a document', refused('a.pdf', 'pdf', 'file/pdf'), 'ignored'],
  ])('an automatic mail with %s', (_, one, state) => {
    expect(told({ files: [one], more: { kind: 'auto-reply' } })).toMatch(new RegExp(`^${state} `));
  });

  it('tells of each form of a mail what became of it', () => {
    const first = report('成都市', [row], { liaison: [liaison('成都市')] });
    const second = report('成都市', [], {
      liaison: [liaison('成都市', { name: '许明远' })],
      on: '01-12',
      file: '成都市附件3.xlsx',
    });

    // The day of 附件3 comes before that of 附件2.
    expect(tell([{ ...first, receivedAt: '2025-02-10T02:00:00.000Z' }]).messages[0]?.late).toBe(true);
    expect(tell([first]).messages[0]).toMatchObject({
      late: false,
      reasonCode: 'mail/merged',
      reason: '附件2：首次报送；附件3：首次报送',
    });
    expect(tell([first, second]).messages[0]).toMatchObject({
      state: 'merged',
      reason: '附件2：首次报送；附件3：已被后来的报送替代',
    });
  });

  it('one doubtful form holds the whole mail', () => {
    const five = [1, 2, 3, 4, 5].map((number) => hospital('成都市', number));
    const mails = [
      report('成都市', five),
      report('成都市', five.slice(0, 1), { liaison: [liaison('成都市')], on: '01-12' }),
    ];

    expect(tell(mails).messages[1]).toMatchObject({ state: 'held', reasonCode: 'mail/revision' });
    expect(tell(mails).messages[1]?.reason).toMatch(/^附件2：这份表只有 1 行/);
    expect(tell(mails).registers[LIAISON.form]).toHaveLength(1);
  });

  it('a copy and a withdrawal in one mail with something new are merged', () => {
    const mails = [
      report('成都市', [row, hospital('成都市', 2)]),
      report('成都市', [row], { subject: '申请撤回', on: '01-12' }),
    ];

    expect(outcomes(tell(mails))[1]).toBe('merged mail/withdrawn');
  });
});

describe('a message says', () => {
  it('from whom, when, about what, and which submissions it brought', () => {
    const mail = report('成都市', [row], {
      subject: '报送',
      more: {
        date: '2025-01-09T23:00:00.000Z',
        eml: 'x.eml',
        messageId: 'm@x',
        receivedAt: '2025-03-05T00:00:00.000Z',
      },
    });
    const state = tell([mail]);

    expect(state.messages).toEqual([
      {
        message: mail.message,
        eml: 'x.eml',
        messageId: 'm@x',
        from,
        subject: '报送',
        date: '2025-01-09T23:00:00.000Z',
        receivedAt: '2025-03-05T00:00:00.000Z',
        state: 'merged',
        reason: '附件2：首次报送',
        reasonCode: 'mail/merged',
        unit: '510100',
        late: true,
        submissions: state.submissions.map((one) => one.id),
      },
    ]);
  });

  it.each<[string, Mail, string]>([
    ['the address', { from }, '510100'],
    ['the thread', { from: 'x@qq.example', references: ['<unknown@x>', '<req-2@box>'] }, '510600'],
    ['the address before the thread', { from, references: ['<req-2@box>'] }, '510100'],
    ['nothing', { from: 'x@qq.example' }, ''],
  ])('whose it is, by %s', (_, mail, unit) => {
    expect(
      tell([reply({ text: '请问', ...mail })], { sent: [request('德阳市', '<req-2@box>')] }).messages[0]?.unit,
    ).toBe(unit);
  });

  it('nobody’s, where its tables are of two units', () => {
    const files = [
      file('成都市附件2.xlsx', [table(ROSTER, [row])]),
      file('德阳市附件2.xlsx', [table(ROSTER, [hospital('德阳市', 1)])]),
    ];

    expect(tell([reply({ from, files })]).messages[0]).toMatchObject({ unit: '', state: 'held' });
  });
});

describe('a message that waits', () => {
  it('is asked about', () => {
    const mail = reply({ from, subject: '咨询', text: '请问怎么填？' });

    expect(tell([mail]).questions).toEqual([
      {
        id: `message-${mail.message.slice(0, 10)}`,
        kind: 'message',
        question: `来件提出疑问，须人工答复。发件人 ${from}，怎样处理？`,
        sides: [
          { answer: '已处理', label: '已经答复或另行处理，不再提示', source: '邮件“咨询”' },
          { answer: '继续等待', label: '保留在待处理中', source: '邮件“咨询”' },
        ],
        unit: '510100',
        form: '',
        messages: [mail.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('a loose file is called by its name, a sender without address as such', () => {
    const mail = reply({ files: [refused('a.pdf', 'pdf', 'file/pdf')], more: { source: 'file', eml: 'a.pdf' } });
    const [question] = tell([mail]).questions;

    expect(question?.question).toContain('发件人 （无），');
    expect(question?.sides[0]?.source).toBe('a.pdf');
  });

  it('is settled with the reason, or goes on waiting', () => {
    const mails = [reply({ from, text: '请问怎么填？' })];
    const [question] = tell(mails).questions;
    const settled = tell(mails, { decisions: [answer(question, '已处理')] });

    expect(settled.messages[0]).toMatchObject({
      state: 'ignored',
      reasonCode: 'mail/settled',
      reason: '已处理：电话核实',
    });
    expect(settled.questions[0]?.decided?.answer).toBe('已处理');
    expect(outcomes(tell(mails, { decisions: [answer(question, '继续等待')] }))).toEqual(['held mail/question']);
  });

  it('quarantined mail is asked about too, ignored mail and mail with tables is not', () => {
    const kinds = (mail: ReturnType<typeof reply>) => tell([mail]).questions.map((one) => one.kind);

    expect(kinds(reply({ files: [refused('a.zip', 'zip', 'file/bomb')] }))).toEqual(['message']);
    expect(kinds(reply({ text: '收到' }))).toEqual([]);
    expect(kinds(reply({ rows: [row], file: 'x.xlsx', from: 'x@qq.example' }))).toEqual(['attribution']);
  });
});
