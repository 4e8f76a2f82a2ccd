import { UserError } from '../../text/user-error.ts';

/** A letter: subject line and Markdown body with {{placeholders}}. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Every placeholder a letter may use; the program fills all of them. */
export const PLACEHOLDERS = [
  '单位',
  '单位简称',
  '通知',
  '文号',
  '表名清单',
  '表格清单',
  '收到清单',
  '问题清单',
  '问题数',
  '修改期限',
  '期限说明',
  '文件清单',
  '收到时间',
  '原主题',
  '联系方式',
  '落款',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/**
 * Reads a letter the office may have edited. First line `主题：…`, then the body.
 * Throws UserError with file and line for a missing subject or a misspelt placeholder.
 */
export function loadLetter(text: string, source: string): Letter {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const subject = /^主题[：:]\s*(.+)$/.exec(lines[0] ?? '')?.[1];
  if (subject === undefined)
    throw new UserError(`信件 ${source} 第 1 行不是主题`, '第一行请写成“主题：……”，第三行起写正文。');
  const known: readonly string[] = PLACEHOLDERS;
  for (const [index, line] of lines.entries()) {
    for (const [, name] of line.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) {
      if (name !== undefined && known.includes(name)) continue;
      throw new UserError(
        `信件 ${source} 第 ${index + 1} 行：没有叫“${name}”的占位符`,
        `可用的占位符：${PLACEHOLDERS.join('、')}。`,
      );
    }
    if (/\{\{[^}]*$/.test(line))
      throw new UserError(
        `信件 ${source} 第 ${index + 1} 行：占位符没有写完整`,
        '请写成“{{名称}}”，左右各两个花括号。',
      );
  }
  return { subject, body: lines.slice(1).join('\n').trim() };
}
