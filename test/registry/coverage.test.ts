import { describe, expect, it } from 'vitest';
import {
  answer,
  CAMPAIGN,
  decision,
  file,
  hospital,
  LIAISON,
  ROSTER,
  refused,
  reply,
  report,
  table,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

const FORMS = [ROSTER, LIAISON];
const good = hospital('成都市', 1);
const landline = hospital('成都市', 2, { dataManagerPhone: '028-86123456' });
type State = ReturnType<typeof tell>;

function line(state: State, short: string, form = ROSTER.form) {
  return state.coverage.find((one) => one.unit === unit(short).code && one.form === form);
}

describe('what a unit has reported', () => {
  it('nothing', () => {
    expect(line(tell([]), '成都市')).toEqual({
      unit: '510100',
      form: ROSTER.form,
      due: '2025-03-01',
      state: 'missing',
      late: false,
      rows: 0,
      blocks: 0,
      errors: 0,
      warnings: 0,
      notices: 0,
      lastReceived: '',
      messages: 0,
    });
    expect(tell([]).coverage.map((one) => `${one.unit} ${one.form}`)).toEqual(
      UNITS.flatMap(({ code }) => FORMS.map(({ form }) => `${code} ${form}`)),
    );
  });

  it('a table with faults: counted by severity, waived ones not at all', () => {
    const rows = [
      hospital('成都市', 1, { dataManagerPhone: '' }),
      landline,
      hospital('成都市', 3, { dataManagerEmail: 'x@example.com' }),
    ];
    const mails = [report('成都市', rows)];
    const counts = (state: State) => {
      const { blocks, errors, warnings, notices } = line(state, '成都市') ?? {};
      return { blocks, errors, warnings, notices };
    };
    const state = tell(mails);
    const of = (severity: string) => state.findings.filter((one) => one.severity === severity).length;

    expect(counts(state)).toEqual({
      blocks: of('block'),
      errors: of('error'),
      warnings: of('warning'),
      notices: of('notice'),
    });
    expect(of('block')).toBeGreaterThan(0);
    expect(line(state, '成都市')).toMatchObject({ state: 'faulty', rows: 3, messages: 1 });

    const waived = tell(mails, { decisions: [decision({ kind: 'waiver', subject: 'cell/required' })] });
    expect(counts(waived)).toEqual({ ...counts(state), blocks: of('block') - 1 });
  });

  it('only warnings and notices leave a unit clean', () => {
    const state = tell([report('成都市', [landline])], {
      campaign: { ...CAMPAIGN, severities: { 'phone/landline': 'warning' } },
    });

    expect(line(state, '成都市')).toMatchObject({ state: 'clean', warnings: 1, errors: 0 });
  });

  it('errors alone make it faulty', () => {
    const state = tell([report('成都市', [landline])], {
      campaign: { ...CAMPAIGN, severities: { 'phone/landline': 'error' } },
    });

    expect(line(state, '成都市')).toMatchObject({ state: 'faulty', blocks: 0, errors: 1 });
  });

  it('each form for itself', () => {
    const state = tell([report('成都市', [good])]);

    expect(line(state, '成都市')?.state).toBe('clean');
    expect(line(state, '成都市', LIAISON.form)).toMatchObject({ state: 'missing', due: LIAISON.due });
  });

  it('several mails: the last one accepted, all of them counted', () => {
    const mails = [
      report('成都市', [good], { on: '01-10' }),
      report('成都市', [good], { on: '01-20' }),
      report('成都市', [landline], { on: '01-15' }),
    ];

    expect(line(tell(mails), '成都市')).toMatchObject({
      lastReceived: '2025-01-15T02:00:00.000Z',
      messages: 3,
      rows: 2,
    });
  });

  it('first in time and corrected late is not late; first late is', () => {
    const on = (receivedAt: string, grade = '甲等') => report('成都市', [{ ...good, grade }], { more: { receivedAt } });
    const [early, late] = [on('2025-02-01T00:00:00.000Z'), on('2025-03-05T00:00:00.000Z', '乙等')];

    expect(line(tell([early, late]), '成都市')?.late).toBe(false);
    expect(line(tell([late, on('2025-03-06T00:00:00.000Z', '未定等')]), '成都市')?.late).toBe(true);
    expect(line(tell([late]), '成都市', LIAISON.form)?.late).toBe(false);
  });

  it('in time and held, taken only when it came again late, is late', () => {
    const held = reply({ rows: [good], file: '附件2.xlsx', on: '02-01' });
    const taken = report('成都市', [good], { more: { receivedAt: '2025-03-05T00:00:00.000Z' } });

    expect(line(tell([held]), '成都市')?.late).toBe(false);
    expect(line(tell([held, taken]), '成都市')?.late).toBe(true);
  });

  it('late and held is not late', () => {
    const mail = reply({ rows: [good], file: '附件2.xlsx', more: { receivedAt: '2025-03-05T00:00:00.000Z' } });

    expect(line(tell([mail]), '成都市')).toMatchObject({ state: 'held', late: false, messages: 1, lastReceived: '' });
  });

  it('late and declined is missing', () => {
    const mails = [reply({ rows: [good], file: '附件2.xlsx' })];
    const state = tell(mails, { decisions: [answer(tell(mails).questions[0], '不采用')] });

    expect(line(state, '成都市')?.state).toBe('missing');
  });

  it.each([
    ['a scan', { files: [refused('a.pdf', 'pdf', 'file/pdf')] }, 'held'],
    ['a bomb', { files: [refused('a.zip', 'zip', 'file/bomb')] }, 'held'],
    ['a forgotten attachment', { text: '见附件' }, 'held'],
    ['a link', { more: { links: [{ provider: '', name: '', size: '', expires: '', url: 'x' }] } }, 'held'],
    ['a question', { text: '请问怎么填' }, 'missing'],
    ['an automatic reply', { more: { kind: 'auto-reply' as const } }, 'missing'],
    ['a blank template', { files: [file('附件2.xlsx', [table(ROSTER, [])])] }, 'held'],
  ])('only %s from it: %s', (_, mail, state) => {
    const told = tell([reply({ from: unit('成都市').emails[0] ?? '', ...mail })]);

    expect(line(told, '成都市')?.state).toBe(state);
    expect(line(told, '德阳市')?.state).toBe('missing');
  });

  it('a scan from nobody keeps nobody from being asked', () => {
    const state = tell([reply({ from: 'x@qq.example', files: [refused('a.pdf', 'pdf', 'file/pdf')] })]);

    expect(state.coverage.every((one) => one.state === 'missing')).toBe(true);
  });
});
