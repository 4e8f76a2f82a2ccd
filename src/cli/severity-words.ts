import type { Severity } from '../rules/rule.ts';

/** Chinese words of the severities. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  block: '阻断',
  error: '错误',
  warning: '警告',
  notice: '提示',
};
