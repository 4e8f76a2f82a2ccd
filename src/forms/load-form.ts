import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../text/user-error.ts';
import { describeIssue } from './describe-issue.ts';
import { Form } from './form.ts';
import { yamlValues } from './yaml-values.ts';

/**
 * Reads one form definition. `source` is its file name, used in messages only.
 * Throws UserError naming file, line, key and remedy.
 */
export function loadForm(yaml: string, source: string): Form {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: true, logLevel: 'error' });
  const [broken] = document.errors;
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line;
    throw new UserError(
      `表格定义 ${source} 第 ${line} 行不是正确的 YAML：${firstLine(broken.message)}`,
      '请检查该行的缩进、冒号和引号。',
    );
  }
  const parsed = Form.safeParse(yamlValues(document, `表格定义 ${source}`));
  if (!parsed.success) throw complain(mostTelling(parsed.error.issues), document, lines, source);
  const mistake = findMistake(parsed.data);
  if (mistake) {
    const line = lineOf(document, lines, mistake.path);
    throw new UserError(`表格定义 ${source} 第 ${line} 行 ${mistake.path.join('.')}：${mistake.text}`, mistake.remedy);
  }
  return parsed.data;
}

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly remedy: string;
}

/** Cross-field checks: every key that is named must exist, and no key stands twice. */
function findMistake(form: Form): Mistake | undefined {
  const keys = form.columns.map((column) => column.key);
  const known = new Set(keys);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice >= 0) {
    return {
      path: ['columns', twice, 'key'],
      text: `列标识 ${keys[twice]} 出现两次`,
      remedy: '请为每一列取不同的 key。',
    };
  }
  for (const name of ['label', 'unitColumn', 'sequenceColumn'] as const) {
    if (form[name] !== '' && !known.has(form[name])) return unknownKey([name], form[name], keys);
  }
  for (const [index, identity] of form.identity.entries()) {
    const missing = identity.split('+').find((key) => !known.has(key));
    if (missing !== undefined) return unknownKey(['identity', index], missing, keys);
  }
  const choice = form.columns.findIndex((column) => column.kind === 'choice' && column.vocabulary === undefined);
  if (choice >= 0) {
    return {
      path: ['columns', choice, 'kind'],
      text: '选择列没有写明词表',
      remedy: '请加一行 vocabulary: 词表名，并在 vocabularies 下列出选项，或使用内置词表。',
    };
  }
  return undefined;
}

function unknownKey(path: readonly (string | number)[], key: string, keys: readonly string[]): Mistake {
  return { path, text: `没有名为 ${key} 的列`, remedy: `请改为已有的列标识之一：${keys.join('、')}。` };
}

/** A misspelt key is the cause, the key it leaves missing only the consequence. */
function mostTelling(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  return issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
}

function complain(
  issue: z.core.$ZodIssue | undefined,
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  source: string,
): UserError {
  const path = (issue?.path ?? []).filter((part): part is string | number => typeof part !== 'symbol');
  const line = lineOf(document, lines, path);
  const where = path.length > 0 ? path.join('.') : '文件开头';
  if (issue?.code === 'unrecognized_keys') {
    const line = lineOfKey(document, lines, path, issue.keys[0] ?? '');
    return new UserError(
      `表格定义 ${source} 第 ${line} 行 ${where}：${describeIssue(issue)}`,
      '请删去，或对照 templates/forms 下的表格定义改正拼写。',
    );
  }
  const wanted = issue ? describeIssue(issue) : '内容不完整';
  return new UserError(
    `表格定义 ${source} 第 ${line} 行 ${where}：${wanted}`,
    '请对照 templates/forms 下的表格定义补全或改正。',
  );
}

/** Line of the deepest part of the path that the file holds. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function lineOfKey(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly (string | number)[],
  key: string,
): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  return start === undefined ? lineOf(document, lines, path) : lines.linePos(start).line;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
