const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text of a byte range of XML: UTF-8, entities, CDATA, comments left out, line ends as XML reads them
 * (XML 1.0, 2.11 and 4.6). Entities that XML does not define stay as written, none are ever expanded.
 */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  let flags = 0;
  let special = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    flags |= byte;
    if (byte === 0x26 || byte === 0x3c || byte === 0x0d) special = true;
  }
  if (!special) return flags < 0x80 ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
  return decodeMarkup(bytes.toString('utf8', start, end));
}

function decodeMarkup(source: string): string {
  let text = '';
  for (const piece of source.split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/u)) {
    if (piece.startsWith('<![CDATA[')) text += joinLines(piece.slice(9, -3));
    else if (!piece.startsWith('<')) text += decodeEntities(joinLines(piece));
  }
  return text;
}

function joinLines(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n');
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number.parseInt(String(decimal), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
