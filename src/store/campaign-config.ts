import * as z from 'zod';

const severity = z.enum(['block', 'error', 'warning', 'notice', 'off']);

/** campaign.yaml: the notice, its forms and deadlines, the mailbox (never a password), policies. */
export const CampaignConfig = z.strictObject({
  campaign: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '只能用小写字母、数字和连字符'),
  notice: z.strictObject({
    title: z.string().min(1),
    documentNumber: z.string().default(''),
    issuer: z.string().default(''),
    /** Whom units may call. */
    contact: z.string().default(''),
  }),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Form ids; each is forms/<id>.yaml in the campaign folder. */
  forms: z.array(z.string()).min(1),
  /** Last day by form id, YYYY-MM-DD; overrides the form's own. */
  due: z.record(z.string(), z.iso.date('应为 2025-03-01 这样的日期')).default({}),
  /** Other dates of the notice, for the calendar of status and report. */
  calendar: z.array(z.strictObject({ date: z.string(), text: z.string() })).default([]),
  mailbox: z
    .strictObject({
      address: z.string().default(''),
      /** Shown as the sender. */
      name: z.string().default(''),
      user: z.string().optional(),
      /** Provider id; found by the address when absent. */
      provider: z.string().optional(),
      imap: z.strictObject({ host: z.string(), port: z.number().int(), secure: z.boolean().default(true) }).optional(),
      smtp: z.strictObject({ host: z.string(), port: z.number().int(), secure: z.boolean().default(true) }).optional(),
      /** PEM file of a private authority, for servers inside the office. */
      authority: z.string().optional(),
    })
    .default({ address: '', name: '' }),
  /** Severity by finding code; `off` silences a rule. */
  severities: z.record(z.string(), severity).default({}),
  reminders: z
    .strictObject({
      /** Days before the deadline of the first reminder. */
      daysBefore: z.number().int().default(7),
      minimumDaysBetween: z.number().int().default(2),
      maximum: z.number().int().default(3),
    })
    .default({ daysBefore: 7, minimumDaysBetween: 2, maximum: 3 }),
  fonts: z
    .strictObject({ title: z.string(), head: z.string(), body: z.string() })
    .default({ title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' }),
  /** Passwords agreed with units for encrypted workbooks. */
  workbookPasswords: z.array(z.string()).default([]),
});

export type CampaignConfig = z.infer<typeof CampaignConfig>;
