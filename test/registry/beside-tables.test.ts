import { describe, expect, it } from 'vitest';
import {
  CAMPAIGN,
  file,
  hospital,
  LIAISON,
  mailbox,
  outcomes,
  ROSTER,
  refused,
  reply,
  report,
  request,
  table,
  tell,
  UNITS,
} from '../support/story.ts';

const row = hospital('成都市', 1);
const link = { provider: '', name: '附件3.xlsx', size: '', expires: '', url: 'https://x.example' };

describe('what lies beside a good table', () => {
  it('is told with its file, its reason and what to do', () => {
    const mail = report('成都市', [row], { files: [refused('包.zip!附件3.xlsx', 'ole', 'file/password-protected')] });

    expect(tell([mail]).findings).toMatchObject([
      {
        code: 'file/not-read',
        severity: 'error',
        unit: '510100',
        seen: '包.zip!附件3.xlsx',
        place: { message: mail.message, eml: mail.eml, file: '包.zip!附件3.xlsx', path: '包.zip!附件3.xlsx' },
      },
    ]);
    expect(tell([mail]).findings[0]?.text).toContain('读不了');
    expect(tell([mail]).findings[0]?.remedy).toContain('请重新发送');
  });

  it.each([
    ['file/pdf', 'notice'],
    ['file/picture', 'notice'],
    ['file/not-workbook', 'notice'],
    ['file/rtf', 'notice'],
    ['file/ofd', 'notice'],
    ['file/presentation', 'notice'],
    ['file/media', 'notice'],
    ['file/web-archive', 'notice'],
    ['file/empty', 'notice'],
    ['file/damaged', 'error'],
    ['file/too-large', 'error'],
    ['other-file/pdf', 'error'],
  ])('%s is a %s', (code, severity) => {
    expect(
      tell([report('成都市', [row], { files: [refused('a', 'x', code)] })]).findings.map((one) => one.severity),
    ).toEqual([severity]);
  });

  it('our blank table sent back beside the filled one is only remarked; beside another form it is asked about', () => {
    const empty = (form: typeof ROSTER) =>
      file('空白.xlsx', [table(form, [], { faults: [{ code: 'table/empty', column: '', seen: '' }] })]);
    const told = (form: typeof ROSTER) =>
      tell([report('成都市', [row], { files: [empty(form)] })]).findings.map(({ code, severity }) => [code, severity]);

    expect(told(ROSTER)).toEqual([['table/empty', 'notice']]);
    expect(told(LIAISON)).toEqual([['table/empty', 'warning']]);
  });

  it('another workbook, a link, a blank table with a fault', () => {
    const fault = { code: 'no/such-code', column: 'name', seen: '标题行' };
    const files = [
      file('回执.xlsx', []),
      file('空白.xlsx', [table(ROSTER, [], { sheet: '乙', faults: [fault] })]),
      file('另一.xlsx', [table(ROSTER, [])]),
    ];
    const state = tell([report('成都市', [row], { files, more: { links: [link, { ...link, name: '' }] } })]);

    expect(
      state.findings.map(
        ({ code, severity, seen, place }) => `${code} ${severity} ${seen} ${place.file ?? ''} ${place.sheet ?? ''}`,
      ),
    ).toEqual([
      'file/not-read notice 回执.xlsx 回执.xlsx ',
      'reading/other warning 标题行 空白.xlsx 乙',
      'file/not-read warning 附件3.xlsx  ',
      'file/not-read warning https://x.example  ',
    ]);
    expect(state.findings[0]?.text).toContain('没有找到通知要求的表格');
    expect(state.findings[0]?.remedy).toContain('请填在所附模板上重新发送');
    expect(state.findings[2]?.text).toContain('只有网盘链接，没有附件');
    expect(state.findings[2]?.remedy).toContain('请直接作为附件发送');
    expect(state.findings[1]).toMatchObject({ form: ROSTER.form, unit: '510100' });
  });

  it('a logo, an archive as such, the lay-out of the letter are nothing to tell', () => {
    const files = [
      refused('logo.png', 'image', 'file/system-file'),
      { ...file('包.zip', []), fate: 'container' as const },
      file('正文表格.html', []),
    ];

    expect(tell([report('成都市', [row], { files })]).findings).toEqual([]);
  });

  it('is told once its table counts, and no more when it does not', () => {
    const beside = { files: [refused('a.pdf', 'pdf', 'file/pdf')] };
    const replaced = [report('成都市', [row], beside), report('成都市', [{ ...row, grade: '乙等' }], { on: '01-12' })];

    expect(tell(replaced).findings).toEqual([]);
    expect(tell([reply({ rows: [row], file: 'x.xlsx', from: 'x@qq.example', ...beside })]).findings).toEqual([]);
  });

  it('the campaign may silence it or call it otherwise', () => {
    const mail = report('成都市', [row], {
      files: [
        refused('a.pdf', 'pdf', 'file/pdf'),
        file('空白.xlsx', [table(ROSTER, [], { faults: [{ code: 'no/such-code', column: 'name', seen: '' }] })]),
      ],
    });
    const told = (severities: typeof CAMPAIGN.severities) =>
      tell([mail], { campaign: { ...CAMPAIGN, severities } }).findings.map((one) => `${one.code} ${one.severity}`);

    expect(told({ 'file/not-read': 'off', 'no/such-code': 'off' })).toEqual([]);
    expect(told({ 'file/not-read': 'warning' })).toEqual(['file/not-read warning', 'reading/other warning']);
  });

  it('a loose file has no name of a mail', () => {
    const mail = reply({
      rows: [row],
      file: '成都市附件2.xlsx',
      files: [refused('a.pdf', 'pdf', 'file/pdf')],
      more: { source: 'file', eml: '' },
    });

    expect(Object.keys(tell([mail]).findings[0]?.place ?? {})).not.toContain('eml');
  });
});

describe('addresses that bounce', () => {
  const bounce = (addresses: string[], messageIds: string[] = []) =>
    reply({ more: { kind: 'bounce', bounced: { addresses, messageIds } } });
  const sent = [request('成都市', '<req-1@box>')];

  it('are told once, with the unit and the first bounce', () => {
    const first = bounce([mailbox('成都市').toUpperCase()]);
    const state = tell([first, bounce([mailbox('成都市')])]);

    expect(state.unreachable).toEqual([
      { unit: '510100', address: mailbox('成都市'), message: first.message, proven: false },
    ]);
  });

  it('an address of two units is told for both', () => {
    const units = UNITS.map((one) => (one.order <= 2 ? { ...one, emails: ['both@wjw.cn'] } : one));

    expect(tell([bounce(['both@wjw.cn'])], { units }).unreachable.map((one) => one.unit)).toEqual(['510100', '510300']);
  });

  it.each([
    ['an address that is nobody’s', bounce(['x@qq.example'], ['<req-1@box>'])],
    ['a mail that we did not send', bounce([], ['<other@box>'])],
    ['a mail that is no bounce', reply({ more: { bounced: { addresses: [mailbox('成都市')], messageIds: [] } } })],
  ])('%s is not', (_, mail) => {
    expect(tell([mail], { sent }).unreachable).toEqual([]);
  });

  it.each(['req-1@box', '<req-1@box>'])('the mail %s that came back tells whom we wrote to', (id) => {
    const mail = bounce([], [id]);

    expect(tell([mail], { sent: [{ ...request('成都市', 'req-1@box'), to: 'Old@WJW.cn' }] }).unreachable).toEqual([
      { unit: '510100', address: 'old@wjw.cn', message: mail.message, proven: true },
    ]);
  });

  it('our own mail inside a bounce is nobody’s report, a workbook attached to it by hand is', () => {
    const inside = reply({
      more: { kind: 'bounce' },
      files: [file('原邮件.eml!成都市附件2.xlsx', [table(ROSTER, [row])])],
    });
    const beside = reply({ more: { kind: 'bounce' }, files: [file('成都市附件2.xlsx', [table(ROSTER, [row])])] });

    expect(outcomes(tell([inside]))).toEqual(['ignored mail/bounce']);
    expect(outcomes(tell([beside]))).toEqual(['merged mail/merged']);
    expect(outcomes(tell([reply({ files: inside.files })]))).toEqual(['merged mail/merged']);
  });
});
