import { decodeEntities } from './decode-entities.ts';

/** One piece of an HTML or XML text, in order. */
export interface MarkupPiece {
  readonly kind: 'open' | 'close' | 'text';
  /** Lower-case name without namespace prefix; '' for text. */
  readonly name: string;
  /** `<x/>`. */
  readonly empty: boolean;
  /** Decoded text, or the inside of the tag after its name. */
  readonly source: string;
}

const RAW_TEXT = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
const LONGEST_TAG = 65_536;

/**
 * Cuts HTML or XML into tags and text in one linear pass. Comments, declarations and processing instructions are skipped,
 * entities other than the built-in ones are never expanded, so nothing can grow. With `html`, script and style are skipped.
 */
export function* readMarkup(text: string, html: boolean): Generator<MarkupPiece> {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open !== at) {
      const end = open === -1 ? text.length : open;
      yield { kind: 'text', name: '', empty: false, source: decodeEntities(text.slice(at, end)) };
      if (open === -1) return;
    }
    const mark = text[open + 1] ?? '';
    if (mark === '!' || mark === '?') {
      if (text.startsWith('<![CDATA[', open)) {
        const end = endAfter(text, ']]>', open);
        yield { kind: 'text', name: '', empty: false, source: text.slice(open + 9, end - 3) };
        at = end;
      } else at = text.startsWith('<!--', open) ? endAfter(text, '-->', open + 2) : endAfter(text, '>', open);
      continue;
    }
    if (!/[A-Za-z_/\u4e00-\u9fff]/.test(mark)) {
      yield { kind: 'text', name: '', empty: false, source: '<' };
      at = open + 1;
      continue;
    }
    const end = endOfTag(text, open + 1);
    const tag = readTag(text.slice(open + 1, end));
    at = end + 1;
    if (html && tag.kind === 'open' && RAW_TEXT.has(tag.name)) {
      at = endOfRawText(text, at, tag.name);
      continue;
    }
    yield tag;
  }
}

/** Attributes of an open tag by lower-case local name, entities decoded. */
export function readAttributes(piece: MarkupPiece): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pattern = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  for (const [, name = '', double, single, bare] of piece.source.slice(0, LONGEST_TAG).matchAll(pattern)) {
    const key = name.toLowerCase();
    const value = decodeEntities(double ?? single ?? bare ?? '');
    if (!found.has(key)) found.set(key, value);
    const local = key.slice(key.indexOf(':') + 1);
    if (local !== key && !found.has(local)) found.set(local, value);
  }
  return found;
}

function readTag(inside: string): MarkupPiece {
  const closing = inside.startsWith('/');
  const name = /^\/?([^\s/>]*)/.exec(inside)?.[1] ?? '';
  return {
    kind: closing ? 'close' : 'open',
    name: name.slice(name.indexOf(':') + 1).toLowerCase(),
    empty: !closing && inside.endsWith('/'),
    source: inside.slice(name.length + (closing ? 1 : 0)),
  };
}

/** The `>` that ends a tag, quotes respected; the quotes are dropped where they never close within a sane length. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  const limit = Math.min(text.length, from + LONGEST_TAG);
  let firstEnd = -1;
  for (let at = from; at < limit; at++) {
    const character = text[at] ?? '';
    if (character === '>') {
      if (quote === '') return at;
      if (firstEnd === -1) firstEnd = at;
    } else if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && text[at - 1]?.trim() !== '') {
      if (text[at - 1] === '=') quote = character;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  return firstEnd === -1 ? limit : firstEnd;
}

function endOfRawText(text: string, from: number, name: string): number {
  const pattern = new RegExp(`</${name}`, 'gi');
  pattern.lastIndex = from;
  const close = pattern.exec(text);
  return close ? endAfter(text, '>', close.index) : text.length;
}

function endAfter(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}
