import type * as z from 'zod';
import { brief, type YamlPath } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/** What people call the types of YAML values. */
const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '若干行“名称: 内容”',
  record: '若干行“名称: 内容”',
};

const MOST_KEYS = 5;

/** The one of the issues of a schema that tells most, in Chinese. */
export function tellIssue(issues: readonly Issue[]): { readonly path: YamlPath; readonly text: string } {
  // A misspelt key is the cause, the key it leaves missing only the consequence.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) return { path: [], text: '内容不完整' };
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return { path: [...path, ...issue.keys.slice(0, 1)], text: `不认识 ${listed(issue.keys)}` };
  }
  if (issue.code !== 'invalid_union') return { path, text: describe(issue) };
  const meant = meantBranch(issue.errors);
  if (!meant) return { path, text: issue.message };
  const inner = tellIssue(meant);
  return { path: [...path, ...inner.path], text: inner.text };
}

/** The branch of a union that the value is closest to: of the right type, with fewest issues, and the only such one. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const likely = branches.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  const fewest = Math.min(...likely.map((issues) => issues.length));
  const closest = likely.filter((issues) => issues.length === fewest);
  return closest.length === 1 ? closest[0] : undefined;
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, MOST_KEYS).map(brief).join('、');
  return keys.length > MOST_KEYS ? `${shown} 等` : shown;
}

function describe(issue: Issue): string {
  if (issue.code === 'invalid_type') return `缺少内容或类型不对，应为${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `只能取 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code !== 'too_small') return issue.message;
  if (issue.origin === 'array') return '至少要有一项';
  return issue.origin === 'string' ? '不能为空' : `应大于 ${issue.minimum}`;
}
