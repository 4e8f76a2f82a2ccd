/** A piece of HTML: text between tags (`tag` is '') or one tag. */
export interface HtmlPiece {
  /** Lower case name, '' for text. */
  readonly tag: string;
  readonly closing: boolean;
  /** The piece as written. */
  readonly raw: string;
  readonly at: number;
}

/** Elements whose content no reader sees. */
const HIDDEN = new Set(['script', 'style', 'title', 'template', 'noscript']);

/**
 * Walks HTML once from start to end, whatever is unclosed or nested wrongly; comments and the content of
 * scripts and styles are left out. One pass on purpose: patterns over hostile HTML take quadratic time.
 */
export function* scanHtml(html: string): Generator<HtmlPiece> {
  const lastClose = html.lastIndexOf('>');
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || open > lastClose) break;
    if (open > at) yield { tag: '', closing: false, raw: html.slice(at, open), at };
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      yield { tag: '', closing: false, raw: '<', at: open };
      at = open + 1;
      continue;
    }
    const end = html.indexOf('>', open) + 1;
    const raw = html.slice(open, end);
    const name = /^<(\/?)([a-z][a-z0-9:]{0,30})/i.exec(raw);
    const tag = name?.[2]?.toLowerCase() ?? '!';
    yield { tag, closing: name?.[1] === '/', raw, at: open };
    at = end;
    if (HIDDEN.has(tag) && name?.[1] !== '/') at = endOfHidden(html, tag, end);
  }
  if (at < html.length) yield { tag: '', closing: false, raw: html.slice(at), at };
}

/** Where the closing tag begins; an element that is never closed hides the rest. */
function endOfHidden(html: string, tag: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + tag.length).toLowerCase() === tag) return at;
  }
  return html.length;
}
