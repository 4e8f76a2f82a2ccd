import { describe, expect, it } from 'vitest';
import { composeFinding, severityOf } from '../../src/rules/compose-finding.ts';
import type { Fault, RuleDescription, Severity } from '../../src/rules/rule.ts';
import { NOBODYS_ID } from '../support/judge-value.ts';

const RULE: RuleDescription = {
  code: 'beds/odd',
  severity: 'error',
  title: '床位数可疑',
  message: '“{column}”填的“{seen}”应为“{expected}”，{why}{nothing}',
  remedy: '请核对“{column}”。',
  example: { wrong: '1', right: '2' },
  source: '表格定义',
};
const FAULT: Fault = { column: 'beds', seen: '12', expected: '21', detail: { why: '与上月不同' } };
const HERE = { place: { sheet: 'Sheet1', row: 5 }, header: '编制\n床位数' };

describe('a finding', () => {
  it('has its sentences filled in, the header on one line', () => {
    expect(composeFinding(RULE, FAULT, HERE)).toEqual({
      code: 'beds/odd',
      severity: 'error',
      place: { sheet: 'Sheet1', row: 5 },
      seen: '12',
      expected: '21',
      text: '“编制床位数”填的“12”应为“21”，与上月不同',
      remedy: '请核对“编制床位数”。',
    });
  });

  it('carries whom and what it is about', () => {
    const more = {
      form: 'hospital-roster',
      unit: '510100',
      name: '成都市霁溪人民医院',
      uscc: '12510100450712347E',
      related: [{ sheet: 'Sheet1', row: 7 }],
    };

    expect(composeFinding(RULE, FAULT, { ...HERE, ...more })).toMatchObject(more);
  });

  it('proposes what can be proved, with the proof', () => {
    const fault = { ...FAULT, fix: '21', proof: '两位颠倒' };

    expect(composeFinding(RULE, fault, HERE)).toMatchObject({
      fix: '21',
      proof: '两位颠倒',
      remedy: '请核对“编制床位数”。经核验，正确的内容应为“21”（两位颠倒），请核对后改正。',
    });
    expect(composeFinding(RULE, { ...FAULT, fix: '21' }, HERE).remedy).toContain('（校验位相符）');
  });

  it('does not propose what is done already', () => {
    const finding = composeFinding(RULE, { ...FAULT, fix: '21', applied: true }, HERE);

    expect(finding).toMatchObject({ fix: '21', applied: true, remedy: '请核对“编制床位数”。' });
  });

  it('says “” for what is not known', () => {
    const finding = composeFinding(
      { ...RULE, message: '{expected}|{fix}|{nothing}|{proof}' },
      { column: '', seen: '' },
      HERE,
    );

    expect(finding.text).toBe('|||校验位相符');
    expect(Object.keys(finding)).toEqual(['code', 'severity', 'place', 'seen', 'text', 'remedy']);
  });

  it('quotes on one line and not without end', () => {
    const text = (seen: string): string =>
      composeFinding({ ...RULE, message: '{seen}' }, { column: '', seen }, HERE).text;

    expect(text('一\n\n二  三')).toBe('一 二 三');
    expect(text('长'.repeat(120))).toBe('长'.repeat(120));
    expect(text('长'.repeat(121))).toBe(`${'长'.repeat(120)}…`);
    expect(composeFinding(RULE, { column: '', seen: '长'.repeat(600) }, HERE).seen).toBe('长'.repeat(500));
  });

  it('masks a citizen’s number in every part', () => {
    const fault = {
      column: 'uscc',
      seen: NOBODYS_ID,
      expected: NOBODYS_ID,
      fix: NOBODYS_ID,
      detail: { why: NOBODYS_ID },
    };
    const finding = composeFinding(RULE, fault, { ...HERE, name: NOBODYS_ID, uscc: NOBODYS_ID });
    const masked = '519900***********6';

    expect(finding).toMatchObject({ seen: masked, expected: masked, fix: masked, name: masked, uscc: masked });
    expect(finding.text).toBe(`“编制床位数”填的“${masked}”应为“${masked}”，${masked}`);
    expect(finding.remedy).toContain(`应为“${masked}”`);
  });
});

describe('the severity of a finding', () => {
  it.each<[string, { campaignSeverity?: Severity; formSeverity?: Severity }, Severity | undefined, boolean, Severity]>([
    ['the rule says', {}, undefined, false, 'error'],
    ['the form says', { formSeverity: 'block' }, undefined, false, 'block'],
    ['the fault says, before the form', { formSeverity: 'block' }, 'notice', false, 'notice'],
    [
      'the campaign says, before all',
      { formSeverity: 'block', campaignSeverity: 'warning' },
      'notice',
      false,
      'warning',
    ],
    ['on trial an error is a warning', {}, undefined, true, 'warning'],
    ['on trial a block is a warning', { campaignSeverity: 'block' }, undefined, true, 'warning'],
    ['on trial a notice stays one', { formSeverity: 'notice' }, undefined, true, 'notice'],
    ['on trial a warning stays one', { formSeverity: 'warning' }, undefined, true, 'warning'],
  ])('is what %s', (_, context, own, beta, severity) => {
    const fault = own === undefined ? FAULT : { ...FAULT, severity: own };

    expect(severityOf(beta ? { ...RULE, beta } : RULE, fault, context)).toBe(severity);
  });
});
