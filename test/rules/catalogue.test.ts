import { describe, expect, it } from 'vitest';
import { allRules, findRule } from '../../src/rules/catalogue.ts';

describe('the catalogue of rules', () => {
  it('holds every code once, in kebab case with its area first', () => {
    const codes = allRules().map((rule) => rule.code);

    expect(codes.length).toBeGreaterThan(90);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(code))).toEqual([]);
  });

  it.each(allRules().map((rule) => [rule.code, rule] as const))('%s says what, where and what to do', (code, rule) => {
    expect(findRule(code)).toBe(rule);
    expect(rule.title.length).toBeGreaterThan(1);
    expect(rule.title.length).toBeLessThanOrEqual(20);
    expect(rule.message).toMatch(/[一-龥]/);
    expect(rule.remedy).toMatch(/[一-龥].*[。？！]$/s);
    expect(rule.source).toMatch(/\S/);
    expect(rule.example.wrong).not.toBe(rule.example.right);
  });

  it('does not blame', () => {
    const words = allRules().filter((rule) => /您?(错误地|不认真|马虎|胡乱|乱填)/.test(rule.message + rule.remedy));

    expect(words.map((rule) => rule.code)).toEqual([]);
  });
});
