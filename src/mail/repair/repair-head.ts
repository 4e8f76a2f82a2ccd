import { encodeWords, rewriteWords } from './decode-words.ts';
import type { StructuredHeader } from './parameters.ts';
import { type Header, parametersOf } from './read-head.ts';

const STRUCTURED = new Set(['content-type', 'content-disposition']);
/** All that the parser is asked for: other headers are read by `readHead` alone, and a mail may have a hundred of them. */
const ASKED = /^(?:content-[a-z-]+|mime-version|subject|from|reply-to|to)$/;

/**
 * Writes the headers that a parser is asked for again in clean form: UTF-8 words for whatever was not ASCII, RFC 2231 for
 * file names. `contentType` and `transferEncoding` replace the entity's own when its body was written anew.
 */
export function repairHead(
  headers: readonly Header[],
  replaced: { readonly contentType?: string; readonly transferEncoding?: string } = {},
): string {
  const lines: string[] = [];
  for (const header of headers) {
    const name = header.name.toLowerCase();
    if (!ASKED.test(name)) continue;
    if (name === 'content-type' && replaced.contentType !== undefined) continue;
    if (name === 'content-transfer-encoding' && replaced.transferEncoding !== undefined) continue;
    lines.push(
      `${header.name}: ${STRUCTURED.has(name) ? writeStructured(parametersOf(header)) : repairValue(header.value)}`,
    );
  }
  if (replaced.contentType !== undefined) lines.push(`Content-Type: ${replaced.contentType}`);
  if (replaced.transferEncoding !== undefined) lines.push(`Content-Transfer-Encoding: ${replaced.transferEncoding}`);
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

/** `text/plain; charset=utf-8; name*=utf-8''…` */
export function writeStructured(header: StructuredHeader): string {
  const parts = [header.value.replace(/[^\u0020-\u007E]/g, '')];
  for (const [name, value] of header.parameters) {
    if (!/^[!#$&+\-.^_`|~0-9a-z]+$/.test(name)) continue;
    if (/^[\u0020-\u007E]*$/.test(value) && !value.includes('=?'))
      parts.push(`${name}="${value.replace(/[\\"]/g, '\\$&')}"`);
    else parts.push(`${name}*=utf-8''${percentEncode(value)}`);
  }
  return parts.join('; ');
}

function repairValue(value: string): string {
  const rewritten = rewriteWords(value).replace(/[\u0000-\u0008\u000A-\u001F\u007F]/g, '');
  return rewritten.replace(/[^\u0000-\u007F]+(?:[ \t]+[^\u0000-\u007F]+)*/g, encodeWords);
}

function percentEncode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
