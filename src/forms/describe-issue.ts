import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '“名称: 值”的写法',
  record: '“名称: 值”的写法',
};

/** What is wrong with a value of a YAML file, in Chinese; messages of our own schemas are shown as they are. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.slice(0, 5).map(brief).join('、')}${issue.keys.length > 5 ? ' 等' : ''}`;
    case 'invalid_type':
      return `缺少内容或类型不对，应为${KINDS[issue.expected] ?? ` ${issue.expected}`}`;
    case 'invalid_value':
      return `只能取 ${issue.values.map(String).join('、')} 之一`;
    case 'too_small':
      return '内容太少或数值太小';
    case 'too_big':
      return '内容太多或数值太大';
    case 'invalid_format':
      return issue.format === 'date' ? '日期要写成 2025-03-31 的样子' : issue.message;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    default:
      return issue.message;
  }
}

/** A key as YAML allows it, a whole list for example, in a few words. */
function brief(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40).replace(/\s+/g, ' ')}…` : key;
}
