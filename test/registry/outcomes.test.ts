import { describe, expect, it } from 'vitest';
import {
  decision,
  file,
  hospital,
  mailbox,
  names,
  outcomes,
  ROSTER,
  refused,
  reply,
  report,
  request,
  table,
  tell,
  unit,
} from '../support/story.ts';

const row = hospital('成都市', 1);
const from = mailbox('成都市');

describe('a mail without a table', () => {
  it.each([
    ['收到', { text: '收到，谢谢！' }, 'ignored mail/acknowledgement'],
    [
      'codes typed into the letter',
      { text: '谢谢！我院信用代码 12510100450712347E，请登记。' },
      'held mail/typed-data',
    ],
    ['收到 with a promise', { text: '收到，我委将按时组织填报附件2并报送。' }, 'ignored mail/acknowledgement'],
    ['a question', { text: '请问附件2中的院区需要单独填一行吗？' }, 'held mail/question'],
    ['收到 and a question', { text: '收到。请问二级以下的医院是否需要填报？' }, 'held mail/question'],
    ['a forgotten attachment', { text: '现将我市医院信息汇总表报上，请查收。' }, 'held mail/forgotten-attachment'],
    ['见附件', { subject: '成都市报送', text: '见附件' }, 'held mail/forgotten-attachment'],
    ['a withdrawal', { text: '我委昨日报送的表格有误，申请撤回。' }, 'held mail/withdrawal'],
    ['nothing at all', {}, 'held mail/no-attachment'],
    ['an automatic reply', { text: '我正在休假', more: { kind: 'auto-reply' } }, 'ignored mail/auto-reply'],
    ['a read receipt', { more: { kind: 'read-receipt' } }, 'ignored mail/read-receipt'],
    ['an advertisement', { more: { kind: 'advertisement' } }, 'ignored mail/advertisement'],
    ['a scan', { files: [refused('扫描件.pdf', 'pdf', 'file/pdf')] }, 'held file/pdf'],
    ['a photograph', { files: [refused('IMG.jpg', 'image', 'file/picture')] }, 'held file/picture'],
    [
      'a password',
      { files: [refused('附件2.xlsx', 'ole', 'file/password-protected')] },
      'held file/password-protected',
    ],
    ['a bomb', { files: [refused('a.zip', 'zip', 'file/bomb')] }, 'quarantined file/bomb'],
    ['too large', { files: [refused('a.xlsx', 'zip-spreadsheet', 'file/too-large')] }, 'quarantined file/too-large'],
    ['a program', { files: [refused('a.exe', 'unknown', 'file/program')] }, 'quarantined file/program'],
    ['another workbook', { files: [file('会议回执.xlsx', [])] }, 'held file/no-table'],
    ['a blank template', { files: [file('附件2.xlsx', [table(ROSTER, [])])] }, 'held file/empty-table'],
    [
      'a link',
      {
        more: {
          links: [{ provider: 'QQ邮箱', name: '附件2.xlsx', size: '2M', expires: '', url: 'https://x.example' }],
        },
      },
      'held mail/link',
    ],
    [
      'a logo only',
      { text: '收到', files: [refused('logo.png', 'image', 'file/system-file', 3000)] },
      'ignored mail/acknowledgement',
    ],
    [
      'a mail that cannot be taken apart',
      { more: { refusal: { code: 'mail/damaged', text: '邮件损坏', ask: '请重发' } } },
      'quarantined mail/damaged',
    ],
  ] as const)('%s', (_, mail, expected) => {
    const state = tell([reply({ from, ...mail })]);

    expect(outcomes(state)).toEqual([expected]);
    expect(state.messages[0]?.reason).not.toBe('');
    expect(state.messages[0]?.unit).toBe('510100');
  });

  it('is settled by a person and asked about no more', () => {
    const mails = [reply({ from, text: '请问怎么填？' })];
    const question = tell(mails).questions[0];

    const state = tell(mails, {
      decisions: [
        decision({
          kind: 'answer',
          subject: question?.id ?? '',
          answer: '已处理',
          fingerprint: question?.fingerprint ?? '',
        }),
      ],
    });

    expect(outcomes(state)).toEqual(['ignored mail/settled']);
  });
});

describe('a mail with a workbook is never thrown away as automatic', () => {
  it.each(['auto-reply', 'advertisement', 'read-receipt', 'bounce'] as const)('%s', (kind) => {
    expect(outcomes(tell([report('成都市', [row], { more: { kind } })]))).toEqual(['merged mail/merged']);
  });

  it('but the template that comes back inside a bounce is nobody’s report', () => {
    const files = [file('原邮件.eml!附件2（成都市）.xlsx', [table(ROSTER, [row])])];
    const mail = reply({
      from: 'postmaster@163.example',
      references: ['req@box'],
      files,
      more: { kind: 'bounce', bounced: { addresses: [from], messageIds: ['req@box'] } },
    });

    const state = tell([mail], { sent: [request('成都市', 'req@box')] });

    expect(outcomes(state)).toEqual(['ignored mail/bounce']);
    expect(names(state)).toEqual([]);
    expect(state.unreachable).toMatchObject([{ unit: unit('成都市').code, address: from }]);
  });

  it('a bounce without an address marks the one we wrote to', () => {
    const mail = reply({ more: { kind: 'bounce', bounced: { addresses: [], messageIds: ['<req@box>'] } } });

    expect(tell([mail], { sent: [request('成都市', 'req@box')] }).unreachable).toMatchObject([
      { unit: '510100', address: from },
    ]);
  });
});

describe('what lies beside a good table', () => {
  it.each([
    ['a stamped scan', refused('盖章.pdf', 'pdf', 'file/pdf'), 'notice'],
    ['a locked workbook', refused('附件3.xlsx', 'ole', 'file/password-protected'), 'error'],
    ['a bomb', refused('x.zip', 'zip', 'file/bomb'), 'error'],
  ])('%s is told', (_, other, severity) => {
    const state = tell([report('成都市', [row], { files: [other] })]);

    expect(outcomes(state)).toEqual(['merged mail/merged']);
    expect(state.findings.map((one) => `${one.code} ${one.severity} ${one.place.file}`)).toEqual([
      `file/not-read ${severity} ${other.name}`,
    ]);
  });
});

it('coverage: held when only a doubtful table came', () => {
  const state = tell([reply({ rows: [row] })]);

  expect(state.coverage.find((one) => one.unit === '510100' && one.form === ROSTER.form)?.state).toBe('held');
});
