import { escapeXml } from './escape-xml.ts';

/** Author of our comments; how they are known again. */
export const COMMENT_AUTHOR = '名册校验';
/** What our words begin with, since some programs drop the author of a comment. */
const SIGN = `【${COMMENT_AUTHOR}】`;

/** A comment of our own. */
export function commentOf(prefix: string, cell: string, author: number, text: string): string {
  return `<${prefix}comment ref="${cell}" authorId="${author}"><${prefix}text>${runOf(prefix, SIGN + text)}</${prefix}text></${prefix}comment>`;
}

/** Whether the XML of a comment is all ours, whoever it names as its author. */
export function isOwnComment(comment: string): boolean {
  return /^\s*【名册校验】/u.test(comment.replaceAll(/<[^>]*>/gu, ''));
}

/** The text of a comment without what we added to it; '' for one that is all ours. */
export function withoutOwnWords(text: string): string {
  return text.replace(/\s*【名册校验】[\s\S]*$/u, '');
}

/** Our text as a further run of somebody else's comment. */
export function addedRun(prefix: string, text: string): string {
  return runOf(prefix, `\n${SIGN}${text}`);
}

/** Takes our run out of the XML of somebody else's comment. */
export function withoutAddedRun(comment: string): string {
  return comment.replaceAll(/<((?:[\w-]+:)?)r>(?:(?!<\/\1r>)[\s\S])*?<\1t\b[^>]*>\n?【名册校验】[\s\S]*?<\/\1r>/gu, '');
}

function runOf(prefix: string, text: string): string {
  const look = `<${prefix}rPr><${prefix}sz val="10"/><${prefix}rFont val="宋体"/></${prefix}rPr>`;
  return `<${prefix}r>${look}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
}
