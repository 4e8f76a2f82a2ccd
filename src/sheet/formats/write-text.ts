const LONGEST = 32_767;

/**
 * Text of a cell as XML: control characters and halves of characters, which XML cannot hold, are left out; a text that
 * looks like the escape of one (`_x000D_`) is itself escaped, so that it reads back as written (ECMA-376 part 1, 22.4.2.4).
 */
export function writeText(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const escaped = escapeXml(short);
  return escaped.includes('_x') ? escaped.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : escaped;
}

/** Attribute of an element whose text begins, ends or goes on with spaces that a reader would drop. */
export function keepsSpace(text: string): string {
  return /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
}

/** Text for an attribute or element of XML. */
export function escapeXml(text: string): string {
  if (!/[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
