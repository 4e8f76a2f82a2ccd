import { decodeEntities } from './decode-entities.ts';

/** Longer letters are cut: nobody typed them. */
const MAX_HTML = 4 * 1024 * 1024;

/** Plain text of a letter: a line for every block, a tab between cells, nothing of scripts and styles. */
export function htmlToText(html: string): string {
  const plain = html
    .slice(0, MAX_HTML)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/[\r\n\t ]+/g, ' ')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<hr\b[^>]*>/gi, '\n')
    .replace(/<\/(?:td|th)\s*>/gi, '\t')
    .replace(/<\/?(?:p|div|tr|table|li|ul|ol|h[1-6]|blockquote|pre|section)\b[^>]*>/gi, '\n')
    .replace(/<[a-z/!?][^>]*>/gi, '');
  return decodeEntities(plain)
    .replace(/[ \u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
