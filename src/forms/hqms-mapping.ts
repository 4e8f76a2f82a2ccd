import * as z from 'zod';
import type { Form } from './form.ts';
import { tellIssue } from './tell-issue.ts';
import { readYamlFile, type YamlMistake, type YamlPath } from './yaml-file.ts';

const fileName = z.string().regex(/^[^\\/:*?"<>|]+$/, '不能为空，也不能含有 \\ / : * ? " < > |');

const column = z.union(
  [
    z.strictObject({ header: z.string().min(1), sequence: z.literal(true), width: z.number().positive().default(6) }),
    z.strictObject({
      header: z.string().min(1),
      /** Key of the form's column. */
      key: z.string().min(1),
      /** A vocabulary answer as its value, its code, or both. */
      write: z.enum(['value', 'code', 'code-and-value']).default('value'),
      width: z.number().positive().optional(),
    }),
  ],
  '每一列要写 header，并写 key 或 sequence: true',
);

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

/**
 * Reads a mapping and checks its column keys against the forms of the campaign; a list of a form that the campaign
 * does not collect is left unused. `source` is its file name, used in messages only.
 * Throws UserError naming file, line, key and remedy.
 */
export function loadHqmsMapping(yaml: string, source: string, forms: readonly Form[]): HqmsMapping {
  const file = readYamlFile(yaml, `名单设置 ${source}`);
  const parsed = HqmsMapping.safeParse(file.values);
  if (!parsed.success) {
    const remedy = '请对照 templates/hqms.yaml 补全、改正或删去。';
    throw file.mistaken({ ...tellIssue(parsed.error.issues), remedy });
  }
  const mistake = findMistake(parsed.data, forms);
  if (mistake) throw file.mistaken(mistake);
  return parsed.data;
}

/** Every column that is named must exist in its form, and every file name is used once. */
function findMistake(mapping: HqmsMapping, forms: readonly Form[]): YamlMistake | undefined {
  const files = [
    { path: ['notIncluded'], file: mapping.notIncluded },
    { path: ['contacts'], file: mapping.contacts },
    ...mapping.lists.map(({ file }, index) => ({ path: ['lists', index, 'file'], file })),
  ];
  const twice = files.find(({ file }, index) => files.findIndex((other) => other.file === file) !== index);
  if (twice) return { path: twice.path, text: `文件名 ${twice.file} 出现两次`, remedy: '请为每份名单取不同的文件名。' };
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

function namedColumns(list: HqmsList): { readonly path: YamlPath; readonly key: string }[] {
  return [
    ...list.columns.flatMap((column, index) =>
      'key' in column ? [{ path: ['columns', index, 'key'], key: column.key }] : [],
    ),
    ...(['person', 'phone', 'email'] as const).map((part) => ({ path: ['contact', part], key: list.contact[part] })),
    ...(list.splitBy === undefined ? [] : [{ path: ['splitBy'], key: list.splitBy }]),
  ];
}
