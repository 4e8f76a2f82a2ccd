import type { Entry } from '../unpack/entry.ts';
import { ownHtml } from './own-html.ts';

const MAX_HTML = 16 * 1024 * 1024;

/**
 * Tables typed into a letter, as one HTML file: at least two rows of three cells, in the sender's own
 * text. Layout tables around them are left out, and so is the quoted original.
 */
export function findTables(html: string, subject: string): readonly Entry[] {
  if (html === '' || html.length > MAX_HTML || !/<table\b/i.test(html)) return [];
  const tables = innermostTables(ownHtml(html.replace(/<!--[\s\S]*?-->/g, ''), subject)).filter(holdsData);
  if (tables.length === 0) return [];
  const page = `<html><head><meta charset="utf-8"></head><body>${tables.join('\n')}</body></html>`;
  return [{ name: '正文表格.html', bytes: Buffer.from(page) }];
}

function innermostTables(html: string): string[] {
  const tables: string[] = [];
  let start = -1;
  for (const tag of html.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    if (tag[1] === '') start = tag.index;
    else if (start >= 0) {
      tables.push(html.slice(start, tag.index + tag[0].length));
      start = -1;
    }
  }
  return tables;
}

function holdsData(table: string): boolean {
  const rows = table.split(/<tr\b/i).slice(1);
  const wide = rows.filter((row) => (row.match(/<t[dh]\b/gi)?.length ?? 0) >= 3);
  return wide.length >= 2 && /[^\s<>](?=[^<>]*<\/(?:td|th|p|span|div|font)\b)/i.test(table);
}
