import { describe, expect, it } from 'vitest';
import { hospital, ROSTER, report, tell } from '../support/story.ts';

const [first, second] = [hospital('成都市', 1), hospital('成都市', 2)];
const full = report('成都市', [first, second], { on: '01-10', subject: '报送' });
const { name, uscc } = first;

/** The first hospital after a correction of it with these columns. */
function after(changes: Readonly<Record<string, string>>, subject = '更正一家医院') {
  const state = tell([full, report('成都市', [{ ...changes }], { on: '01-20', subject, file: '更正.xlsx' })]);
  return { state, row: state.registers[ROSTER.form]?.find(({ fields }) => fields['uscc']?.value === uscc) };
}

describe('a correction of some columns', () => {
  const correction = { name: name ?? '', uscc: uscc ?? '', dataManagerPhone: '13981230000' };

  it('changes those, and keeps the others as reported before', () => {
    const { row } = after(correction);
    expect(row?.fields['dataManagerPhone']?.value).toBe('13981230000');
    for (const key of ['registrationNumber', 'level', 'dataManagerEmail', 'prefecture'])
      expect(row?.fields[key]?.value).toBe(first[key]);
    expect(row?.source.file).toBe('更正.xlsx');
  });

  it('says so at each of them, and asks for none', () => {
    const { state } = after(correction);
    const told = state.findings.filter(({ place }) => place.file === '更正.xlsx');
    expect(told.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(told.find(({ place }) => place.key === 'level')?.text).toBe(
      `“医疗机构级别(三级、二级)”这次没有填写，已沿用此前报送的内容（邮件“报送”成都市附件2.xlsx Sheet1 I5）：“${first['level']}”`,
    );
  });

  it('kept twice, an answer still comes from where it was first read', () => {
    const again = { name: name ?? '', uscc: uscc ?? '', dataManagerName: '何文静' };
    const mails = [correction, again].map((row, at) =>
      report('成都市', [row], { on: `01-2${at}`, subject: '更正一家医院', file: `更正${at}.xlsx` }),
    );
    const state = tell([full, ...mails]);
    const row = state.registers[ROSTER.form]?.find(({ fields }) => fields['uscc']?.value === uscc);
    expect(row?.fields['level']?.repairs).toEqual([
      { kind: 'kept', from: '邮件“报送”成都市附件2.xlsx Sheet1 I5', to: first['level'] },
    ]);
    expect(row?.fields['dataManagerPhone']?.repairs[0]?.from).toBe('邮件“更正一家医院”更正0.xlsx Sheet1 L5');
  });

  it('a whole table with a blank is no correction: the blank counts', () => {
    const again = report('成都市', [{ ...first, grade: '' }, second], { on: '01-20', file: '重报.xlsx' });
    const state = tell([full, again]);
    expect(state.registers[ROSTER.form]?.[0]?.fields['grade']?.value).toBe('');
  });
});
