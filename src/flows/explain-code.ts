import { describeRule } from '../rules/describe-rule.ts';

/** An explanation: a title and lines of label and text. */
export interface Explanation {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

/** What a finding code means; undefined for a text that is no code. Needs no campaign. */
export function explainCode(code: string): Explanation | undefined {
  const rule = describeRule(code);
  if (!rule) return undefined;
  return {
    title: `${rule.code}　${rule.title}`,
    lines: [
      { label: '程度', text: rule.severityName },
      { label: '范围', text: rule.scopeName },
      { label: '说明', text: rule.message.replace(/\{\w+\}/g, '……') },
      { label: '怎样改', text: rule.remedy.replace(/\{\w+\}/g, '……') },
      { label: '举例', text: `${rule.example.wrong} → ${rule.example.right}` },
      { label: '依据', text: rule.source },
      ...(rule.beta === true ? [{ label: '试行', text: '这条规则还在试行，最多只作警告' }] : []),
      ...(rule.neighbours.length > 0 ? [{ label: '相关代码', text: rule.neighbours.join('、') }] : []),
    ],
  };
}
