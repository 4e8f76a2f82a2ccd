import * as z from 'zod';

/** Kinds of columns: what a cell holds decides its number format, its cleaning and its forensic rules. */
export const COLUMN_KINDS = [
  'sequence',
  'text',
  'institution',
  'person',
  'code',
  'phone',
  'email',
  'choice',
  'date',
  'number',
] as const;

const parameter = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string())],
  '应为文字、数字、true、false 或文字的列表',
);

const ruleUse = z.union(
  [
    z.string(),
    z.strictObject({
      rule: z.string(),
      with: z.record(z.string(), parameter).default({}),
      severity: z.enum(['block', 'error', 'warning', 'notice']).optional(),
    }),
  ],
  '应写规则代码，或 { rule: 规则代码, with: 参数 }',
);

const term = z.strictObject({
  value: z.string().min(1),
  code: z.string().optional(),
  spellings: z.array(z.string()).optional(),
  usable: z.boolean().optional(),
  children: z.array(z.string()).optional(),
  note: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
});

const column = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/, '须为英文小写字母开头的标识'),
  /** Header text, verbatim as in the notice; `\n` where the official form breaks the line. */
  header: z.string().min(1),
  /** Other headers people write; compared after folding. */
  aliases: z.array(z.string()).default([]),
  kind: z.enum(COLUMN_KINDS),
  required: z.boolean().default(true),
  vocabulary: z.string().optional(),
  /** Write the term's `value` or its `code` into deliverables and templates. */
  show: z.enum(['value', 'code', 'code-and-value']).default('value'),
  rules: z.array(ruleUse).default([]),
  /** Excel width in characters. */
  width: z.number().positive().default(12),
  align: z.enum(['left', 'center']).default('center'),
  /** Input message of the template, in Chinese. */
  prompt: z.string().default(''),
  example: z.string().default(''),
  /** What happens when two sources contradict: ask a person, or the later one stands. */
  conflict: z.enum(['ask', 'latest']).default('latest'),
  /** Template formula that must be TRUE; `{cell}` is the cell, `{key}` another column's cell in the row. */
  formula: z.string().optional(),
});

/** One form of a notice: the only place where columns exist. See templates/forms. */
export const Form = z.strictObject({
  form: z.string().regex(/^[a-z][a-z0-9-]*$/, '须以英文小写字母开头，只含小写字母、数字和连字符'),
  annex: z.string(),
  title: z.string(),
  /** Base name of the workbook, without extension. */
  fileName: z.string(),
  version: z.string(),
  /** Other names people give the form in file names and subjects. */
  aliases: z.array(z.string()).default([]),
  /** Last day, YYYY-MM-DD; campaign.yaml may override. */
  due: z.iso.date('应为 2025-03-01 这样的日期'),
  /** `many`: a roster · `one`: a single row per unit. */
  rowsPerUnit: z.enum(['many', 'one']).default('many'),
  /** Key of the column that names a row in texts. */
  label: z.string(),
  /** Keys that identify a row, strongest first; `a+b` joins columns. */
  identity: z.array(z.string()).min(1),
  /** Key of the column that names the reporting unit (市（州）); '' when there is none. */
  unitColumn: z.string().default(''),
  /** Key of the running number, renumbered in deliverables. */
  sequenceColumn: z.string().default(''),
  columns: z.array(column).min(1),
  /** Rules over rows, sheets and the province. */
  rules: z.array(ruleUse).default([]),
  vocabularies: z.record(z.string(), z.array(term)).default({}),
  notes: z.array(z.string()).default([]),
  print: z
    .strictObject({
      paper: z.enum(['A4', 'A3']).default('A4'),
      orientation: z.enum(['landscape', 'portrait']).default('landscape'),
      /** Empty rows in a blank template. */
      rows: z.number().int().positive().default(20),
    })
    .default({ paper: 'A4', orientation: 'landscape', rows: 20 }),
  /** File name of the national list and other outputs made of this form. */
  register: z.strictObject({ fileName: z.string(), title: z.string() }),
});

export type Form = z.infer<typeof Form>;
export type FormColumn = Form['columns'][number];
