import type { Form } from '../forms/form.ts';
import { findRule } from '../rules/catalogue.ts';
import { UserError } from '../text/user-error.ts';

/**
 * Refuses a form that names a rule nobody has: it would check nothing and say nothing. `text` is the form's YAML,
 * for the line. Throws UserError.
 */
export function checkRuleNames(form: Form, text: string): void {
  const uses = [...form.columns.flatMap((column) => column.rules), ...form.rules];
  for (const use of uses) {
    const rule = typeof use === 'string' ? use : use.rule;
    if (findRule(rule) !== undefined) continue;
    const line = text.split(/\r?\n/).findIndex((one) => one.includes(rule)) + 1;
    throw new UserError(
      `forms/${form.form}.yaml 第 ${line} 行：没有“${rule}”这条规则`,
      '请核对规则的写法；全部规则见 README 的规则表，用 mingce explain <规则> 查看一条。',
    );
  }
}

/** Refuses a severity in campaign.yaml for a code that no rule has. Throws UserError. */
export function checkSeverityCodes(severities: Readonly<Record<string, unknown>>): void {
  for (const code of Object.keys(severities)) {
    if (findRule(code) !== undefined) continue;
    throw new UserError(
      `campaign.yaml 的 severities 里有“${code}”，没有这个问题代码`,
      '请核对写法；全部代码见 README 的规则表，用 mingce explain <代码> 查看一个。',
    );
  }
}
