/** One element of a checked document, in document order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
  /** Text directly inside it. */
  text: string;
}

const NAME = '[A-Za-z_\\u0080-\\uffff][\\w.:\\-\\u0080-\\uffff]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');

/**
 * The elements of a well-formed document, every prefix declared. Throws with the place of the first fault.
 * Knows what spreadsheet parts hold: no DOCTYPE, no CDATA, no processing instruction but the declaration.
 */
export function checkXml(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: { element: XmlElement; prefixes: Set<string> }[] = [];
  let at = /^\ufeff?(?:<\?xml [^?]*\?>)?\s*/.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    if (xml.charAt(at) !== '<') {
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end < 0 ? undefined : end);
      const inside = open.at(-1);
      if (!inside && text.trim() !== '') throw new Error(`text outside the root: ${text.slice(0, 40)}`);
      checkText(text);
      if (inside) inside.element.text += unescape(text);
      at += text.length;
      continue;
    }
    if (xml.startsWith('<!--', at)) {
      at = xml.indexOf('-->', at) + 3;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(xml);
    if (!tag) throw new Error(`no tag at ${xml.slice(at, at + 60)}`);
    at = TAG.lastIndex;
    const [, closing, name = '', attributeText = '', empty] = tag;
    if (closing === '/') {
      const last = open.pop();
      if (last?.element.name !== name) throw new Error(`</${name}> closes <${last?.element.name}>`);
      continue;
    }
    if (open.length === 0 && elements.length > 0) throw new Error(`second root <${name}>`);
    const attributes = readAttributes(name, attributeText);
    const prefixes = new Set(open.at(-1)?.prefixes ?? ['xml', 'xmlns']);
    for (const key of Object.keys(attributes)) if (key.startsWith('xmlns:')) prefixes.add(key.slice(6));
    for (const key of [name, ...Object.keys(attributes)]) {
      const prefix = key.includes(':') ? (key.split(':')[0] ?? '') : '';
      if (prefix !== '' && !prefixes.has(prefix)) throw new Error(`prefix ${prefix} of ${key} is not declared`);
    }
    const element: XmlElement = { name, attributes, path: open.map((outer) => outer.element.name), text: '' };
    elements.push(element);
    if (empty !== '/') open.push({ element, prefixes });
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.element.name}> is not closed`);
  if (elements.length === 0) throw new Error('no root element');
  return elements;
}

function readAttributes(name: string, text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of text.matchAll(ATTRIBUTE)) {
    const key = match[1] ?? '';
    if (key in attributes) throw new Error(`<${name}> has ${key} twice`);
    const value = match[2] ?? match[3] ?? '';
    checkText(value);
    attributes[key] = unescape(value);
  }
  return attributes;
}

function checkText(text: string): void {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('character that XML cannot hold');
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) throw new Error(`bare & in ${text.slice(0, 40)}`);
}

function unescape(text: string): string {
  return text
    .replace(/&#x([0-9a-fA-F]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
