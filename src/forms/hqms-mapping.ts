import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { UserError } from '../text/user-error.ts';
import { describeIssue } from './describe-issue.ts';
import type { Form } from './form.ts';
import { yamlValues } from './yaml-values.ts';

const fileName = z.string().regex(/^[^\\/:*?"<>|]+$/, '不能为空，也不能含有 \\ / : * ? " < > |');

const column = z.union([
  z.strictObject({ header: z.string().min(1), sequence: z.literal(true), width: z.number().positive().default(6) }),
  z.strictObject({
    header: z.string().min(1),
    /** Key of the form's column. */
    key: z.string().min(1),
    /** A vocabulary answer as its value, its code, or both. */
    write: z.enum(['value', 'code', 'code-and-value']).default('value'),
    width: z.number().positive().optional(),
  }),
]);

const list = z.strictObject({
  /** Base name of the workbook, without extension. */
  file: fileName,
  title: z.string().min(1),
  form: z.string().min(1),
  /** Column whose answers part the list into sheets; one sheet when absent. */
  splitBy: z.string().optional(),
  /** To whom the account is sent. */
  contact: z.strictObject({ person: z.string(), phone: z.string(), email: z.string() }),
  columns: z.array(column).min(1),
});

/** Layout of the lists for account creation in HQMS: templates/hqms.yaml. */
export const HqmsMapping = z.strictObject({
  /** Base name of the workbook that lists what is left out, with reasons. */
  notIncluded: fileName,
  /** Base name of the workbook that checks every phone and mailbox. */
  contacts: fileName,
  lists: z.array(list).min(1),
});

export type HqmsMapping = z.infer<typeof HqmsMapping>;
export type HqmsList = HqmsMapping['lists'][number];
export type HqmsColumn = HqmsList['columns'][number];

type Path = readonly (string | number)[];

/**
 * Reads a mapping and checks its column keys against the forms of the campaign; a list of a form that the campaign
 * does not collect is left unused. `source` is its file name, used in messages only.
 * Throws UserError naming file, line, key and remedy.
 */
export function loadHqmsMapping(yaml: string, source: string, forms: readonly Form[]): HqmsMapping {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: true, logLevel: 'error' });
  const fail = (path: Path, text: string, remedy: string): never => {
    const where = path.length > 0 ? path.join('.') : '文件开头';
    throw new UserError(`名单设置 ${source} 第 ${lineOf(document, lines, path)} 行 ${where}：${text}`, remedy);
  };
  const [broken] = document.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new UserError(
      `名单设置 ${source} 第 ${line} 行不是正确的 YAML：${broken.message.split('\n')[0]}`,
      '请检查该行的缩进、冒号和引号。',
    );
  }
  const parsed = HqmsMapping.safeParse(yamlValues(document, `名单设置 ${source}`));
  if (!parsed.success) {
    const { path, text } = mostTelling(parsed.error.issues);
    return fail(path, text, '请对照 templates/hqms.yaml 补全或改正。');
  }
  const mistake = findMistake(parsed.data, forms);
  return mistake ? fail(mistake.path, mistake.text, mistake.remedy) : parsed.data;
}

/** Every column that is named must exist in its form, and every file name is used once. */
function findMistake(
  mapping: HqmsMapping,
  forms: readonly Form[],
): { readonly path: Path; readonly text: string; readonly remedy: string } | undefined {
  const files = [mapping.notIncluded, mapping.contacts, ...mapping.lists.map((one) => one.file)];
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    return { path: [], text: `文件名 ${twice} 出现两次`, remedy: '请为每份名单取不同的文件名。' };
  for (const [index, one] of mapping.lists.entries()) {
    const keys = forms.find((form) => form.form === one.form)?.columns.map((column) => column.key);
    if (!keys) continue;
    const wrong = namedColumns(one).find(({ key }) => !keys.includes(key));
    if (wrong) {
      return {
        path: ['lists', index, ...wrong.path],
        text: `表格 ${one.form} 没有名为 ${wrong.key} 的列`,
        remedy: `请改为已有的列标识之一：${keys.join('、')}。`,
      };
    }
  }
  return undefined;
}

function namedColumns(list: HqmsList): { readonly path: Path; readonly key: string }[] {
  return [
    ...list.columns.flatMap((column, index) =>
      'key' in column ? [{ path: ['columns', index, 'key'], key: column.key }] : [],
    ),
    ...(['person', 'phone', 'email'] as const).map((part) => ({ path: ['contact', part], key: list.contact[part] })),
    ...(list.splitBy === undefined ? [] : [{ path: ['splitBy'], key: list.splitBy }]),
  ];
}

/** A misspelt key is the cause, the key it leaves missing only the consequence; a union tells its cause inside. */
function mostTelling(issues: readonly z.core.$ZodIssue[]): { readonly path: Path; readonly text: string } {
  const issue = issues.find((one) => one.code === 'unrecognized_keys') ?? issues[0];
  const path = (issue?.path ?? []).filter((part): part is string | number => typeof part !== 'symbol');
  if (issue?.code === 'invalid_union') {
    const inner = issue.errors.map((branch) => mostTelling(branch)).find(({ text }) => text.startsWith('不认识'));
    return inner
      ? { path: [...path, ...inner.path], text: inner.text }
      : { path, text: '每一列要写 header，并写 key 或 sequence: true' };
  }
  if (issue?.code === 'unrecognized_keys') return { path: [...path, issue.keys[0] ?? ''], text: describeIssue(issue) };
  return { path, text: issue ? describeIssue(issue) : '内容不完整' };
}

/** Line of the deepest part of the path that the file holds. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === last) : undefined;
    const range = isScalar(pair?.key)
      ? pair.key.range
      : (document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}
