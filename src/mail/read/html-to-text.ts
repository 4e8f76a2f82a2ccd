import { decodeEntities } from './decode-entities.ts';
import { scanHtml } from './scan-html.ts';

/** Longer letters are cut: nobody typed them. */
const MAX_HTML = 4 * 1024 * 1024;
const BLOCKS = new Set(
  'p div tr table tbody li ul ol h1 h2 h3 h4 h5 h6 blockquote pre section article br hr dl dt dd'.split(' '),
);

/** Plain text of a letter: a line for every block, a tab between cells, nothing of scripts and styles. */
export function htmlToText(html: string): string {
  const pieces: string[] = [];
  for (const { tag, closing, raw } of scanHtml(html.slice(0, MAX_HTML))) {
    if (tag === '') pieces.push(decodeEntities(raw.replace(/[\r\n\t ]+/g, ' ')));
    else if ((tag === 'td' || tag === 'th') && closing) pieces.push('\t');
    else if (BLOCKS.has(tag)) pieces.push('\n');
  }
  const lines = pieces
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \u00A0]+/g, ' ').trim());
  return lines
    .filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .join('\n')
    .trim();
}
