import { marked } from 'marked';
import { escapeHtml } from '../../text/escape-html.ts';
import type { Letter, Placeholder } from './load-letter.ts';

/** What a placeholder stands for: a word, or a list of lines. */
export type LetterValue = string | readonly string[];

/** What placeholders stand for, told when it is asked for; one without a value is left out. */
export type LetterValues = Readonly<Partial<Record<Placeholder, () => LetterValue>>>;

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Private-use characters that no text of ours holds; they carry placeholders through the Markdown parser. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/**
 * Fills a letter. Values are plain text whatever they hold: escaped in the HTML part, never Markdown,
 * line breaks removed from words and from the subject.
 */
export function renderLetter(letter: Letter, values: LetterValues): RenderedLetter {
  const valueOf = (name: string): LetterValue => values[name as Placeholder]?.() ?? '';
  const html = marked
    .parse(mark(letter.body), { async: false })
    // A list alone in its paragraph becomes a list of its own.
    .replace(new RegExp(`<p>${OPEN}([^${CLOSE}]*)${CLOSE}</p>`, 'g'), (_whole, name: string) =>
      blockHtml(valueOf(name)),
    )
    .replace(new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g'), (_whole, name: string) =>
      escapeHtml(oneLine(valueOf(name))),
    );
  return {
    subject: renderSubject(letter, values),
    text: tidy(
      letter.body
        .replace(/\*\*/g, '')
        .replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_whole, name: string) => plain(valueOf(name))),
    ),
    html: `<div style="font-family:'Microsoft YaHei',SimSun,sans-serif;font-size:14px;line-height:1.7">\n${html.trim()}\n</div>`,
  };
}

/** The subject alone; other values than those that stand in it are not asked for. */
export function renderSubject(letter: Letter, values: LetterValues): string {
  const fill = (_whole: string, name: string): string => oneLine(values[name as Placeholder]?.() ?? '');
  return oneLine(letter.subject.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, fill));
}

function mark(body: string): string {
  return body
    .replaceAll(OPEN, '')
    .replaceAll(CLOSE, '')
    .replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_whole, name: string) => `${OPEN}${name}${CLOSE}`);
}

function blockHtml(value: LetterValue): string {
  if (typeof value === 'string') return value === '' ? '' : `<p>${escapeHtml(value)}</p>`;
  return value.length === 0
    ? ''
    : `<ol>\n${value.map((line) => `<li>${escapeHtml(line).replaceAll('\n', '<br>')}</li>`).join('\n')}\n</ol>`;
}

function plain(value: LetterValue): string {
  if (typeof value === 'string') return oneLine(value);
  return value.map((line, index) => `${index + 1}. ${line.replaceAll('\n', '\n   ')}`).join('\n');
}

function oneLine(value: LetterValue): string {
  const text = typeof value === 'string' ? value : value.join('、');
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
}

function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
