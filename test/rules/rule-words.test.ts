import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/catalogue.ts';
import { describeRule } from '../../src/rules/describe-rule.ts';
import { PROVINCE_RULES } from '../../src/rules/province-rules.ts';
import { READING_RULES } from '../../src/rules/reading-rules.ts';
import { REGISTRY_RULES } from '../../src/rules/registry-rules.ts';
import { ROW_RULES } from '../../src/rules/row-rules.ts';
import { SHEET_RULES } from '../../src/rules/sheet-rules.ts';

const codesOf = (severity: string): string[] =>
  allRules()
    .filter((rule) => rule.severity === severity)
    .map((rule) => rule.code)
    .sort();

describe('the words of a rule', () => {
  it.each(allRules().map((rule) => [rule.code, rule] as const))('%s are all there', (_, rule) => {
    expect(['block', 'error', 'warning', 'notice']).toContain(rule.severity);
    expect(['cell', 'row', 'sheet', 'province', 'reading']).toContain(rule.scope);
    expect(rule.source.length).toBeGreaterThan(3);
    expect(rule.example.wrong).not.toBe('');
    expect(rule.example.right).not.toBe('');
    expect(rule.hint ?? '只填一个。').toMatch(/^.{4,40}[。]$/);
    expect(rule.title).toMatch(/[一-龥]{2}/);
  });

  it.each(allRules().map((rule) => [rule.code, rule] as const))(
    '%s leave no placeholder without a bracket',
    (_, rule) => {
      for (const text of [rule.message, rule.remedy]) expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
    },
  );

  it('block an account only where it could not be opened or would go astray', () => {
    expect(codesOf('block')).toEqual([
      'cell/id-card',
      'digits/precision-lost',
      'digits/scientific',
      'email/format',
      'email/missing-at',
      'email/qq-number',
      'email/wrong-column',
      'phone/digit-count',
      'phone/format',
      'phone/landline',
      'phone/wrong-column',
      'uscc/id-card',
    ]);
  });

  it('leave to the office alone what a sender need not act upon', () => {
    const asking = allRules().filter(
      (rule) =>
        rule.severity === 'notice' &&
        /^(?:repair|reading|table|header)\//.test(rule.code) &&
        !/不必|无误|如不对/.test(rule.remedy),
    );

    expect(asking.map((rule) => rule.code)).toEqual([]);
  });

  it('are told for the scope in which the rule looks', () => {
    expect(ROW_RULES.map((rule) => rule.scope)).toEqual(ROW_RULES.map(() => 'row'));
    expect(SHEET_RULES.map((rule) => rule.scope)).toEqual(SHEET_RULES.map(() => 'sheet'));
    expect(PROVINCE_RULES.map((rule) => rule.scope)).toEqual(PROVINCE_RULES.map(() => 'province'));
    for (const rule of [...READING_RULES, ...REGISTRY_RULES]) expect(rule.scope).toBe('reading');
  });
});

describe('every cleaning step', () => {
  const repairs = READING_RULES.filter((rule) => rule.code.startsWith('repair/'));

  it('is told with what stood there and what stands now', () => {
    expect(repairs.length).toBeGreaterThan(15);
    for (const rule of repairs) {
      expect(rule).toMatchObject({ severity: 'notice', remedy: '不必改；如不对，请在回信中说明。' });
      expect(rule.message).toMatch(/^“\{column\}”(?:“\{seen\}”)?[^：]+[^，]：“\{expected\}”$/);
      expect(rule.source).toContain('改前改后均留痕');
    }
  });

  it.each([
    ['repair/full-width', '全角', '１３９００００１２３４', '13900001234'],
    ['repair/hyphen', '连字符', '45071234-7', '450712347'],
    ['repair/upper-case', '大写', '12510100450712347e', '12510100450712347E'],
    ['repair/split', '一格', '三级甲等', '三级、甲等'],
    ['repair/ditto', '上一行', '同上', '成都市'],
  ])('%s: %s', (code, word, wrong, right) => {
    const rule = repairs.find((one) => one.code === code);

    expect(rule?.title).toContain(word);
    expect(rule?.message).toContain(word);
    expect(rule?.example).toEqual({ wrong, right });
  });
});

describe('explaining a code', () => {
  it.each([
    ['uscc/check-digit', '单元格', '错误：需报送单位改正', ['uscc/characters', 'uscc/wrong-column']],
    ['grade/rare', '同一行各列之间', '警告：需人工看一眼', ['grade/combined', 'grade/mapped']],
    ['row/duplicate', '同一张表各行之间', '错误：需报送单位改正', ['row/blank', 'row/hidden']],
    ['province/duplicate', '全省各报送单位之间', '警告：需人工看一眼', ['province/same-code']],
    ['digits/scientific', '读取与整理', '阻断：无法据此开通账号', ['digits/date']],
    ['repair/ditto', '读取与整理', '提示：已处理或仅供知悉', ['repair/other']],
  ])('%s looks at %s, %s', (code, scopeName, severityName, neighbours) => {
    const entry = describeRule(code);
    const area = code.slice(0, code.indexOf('/') + 1);

    expect(entry).toMatchObject({ code, scopeName, severityName });
    expect(entry?.neighbours).toEqual(expect.arrayContaining(neighbours));
    expect(entry?.neighbours).not.toContain(code);
    expect(entry?.neighbours.filter((other) => !other.startsWith(area))).toEqual([]);
  });

  it('tells all that the rule holds', () => {
    for (const rule of allRules()) {
      const { code, severity, title, message, remedy, example, source, hint, scope } = rule;

      expect(describeRule(code)).toMatchObject({ code, severity, title, message, remedy, example, source, scope });
      expect(describeRule(code)?.hint).toBe(hint);
      expect('hint' in (describeRule(code) ?? {})).toBe(hint !== undefined);
      expect('beta' in (describeRule(code) ?? {})).toBe(rule.beta !== undefined);
    }
  });

  it('that does not exist tells nothing', () => {
    expect(describeRule('uscc/nothing')).toBeUndefined();
  });
});
