import type { Entry } from '../unpack/entry.ts';
import { htmlToText } from './html-to-text.ts';
import { ownHtml } from './own-html.ts';
import { scanHtml } from './scan-html.ts';

const MAX_HTML = 16 * 1024 * 1024;
const MAX_TABLES = 50;
const ROWS = 2;
const COLUMNS = 3;

/**
 * Tables typed into a letter, as one HTML file: at least two rows of three cells, in the sender's own
 * text. Layout tables around them are left out, and so is the quoted original.
 */
export function findTables(html: string, subject: string): readonly Entry[] {
  if (html.length > MAX_HTML) return [];
  const tables = dataTables(ownHtml(html, subject)).filter((table) => htmlToText(table) !== '');
  if (tables.length === 0) return [];
  const page = `<html><head><meta charset="utf-8"></head><body>${tables.join('\n')}</body></html>`;
  return [{ name: '正文表格.html', bytes: Buffer.from(page) }];
}

/** Innermost tables with enough rows and columns, as written. */
function dataTables(html: string): string[] {
  const tables: string[] = [];
  let start = -1;
  let wideRows = 0;
  let cells = 0;
  for (const { tag, closing, raw, at } of scanHtml(html)) {
    if (tag === 'table' && !closing) [start, wideRows, cells] = [at, 0, 0];
    if (tag === 'tr' && !closing) cells = 0;
    if ((tag === 'td' || tag === 'th') && !closing) {
      cells += 1;
      if (cells === COLUMNS) wideRows += 1;
    }
    if (tag !== 'table' || !closing || start < 0) continue;
    if (wideRows >= ROWS) tables.push(html.slice(start, at + raw.length));
    if (tables.length >= MAX_TABLES) break;
    start = -1;
  }
  return tables;
}
