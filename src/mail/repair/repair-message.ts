import { decodeText } from './decode-text.ts';
import { decodeTransfer } from './decode-transfer.ts';
import { isLetter, kindOf } from './is-letter.ts';
import type { MailEntity } from './read-entity.ts';
import { headerOf } from './read-head.ts';
import { repairHead, writeStructured } from './repair-head.ts';

/** A text part above this is no letter: it stays as it is. */
const MAX_TEXT = 8 * 1024 * 1024;

/**
 * A copy of a mail that a standard parser reads right: headers decoded and written again, every text body
 * as UTF-8 behind a true label, file names in one form. Attachments keep their bytes. The original is the
 * evidence and stays untouched.
 */
export function repairMessage(mail: MailEntity): Buffer {
  const pieces: Buffer[] = [];
  repairEntity(mail, pieces);
  return Buffer.concat(pieces);
}

function repairEntity(entity: MailEntity, out: Buffer[]): void {
  const { headers, contentType: type, gap, body, multipart } = entity;
  if (multipart) {
    const parameters = new Map([...type.parameters, ['boundary', multipart.boundary]]);
    out.push(Buffer.from(repairHead(headers, { contentType: writeStructured({ ...type, parameters }) })), gap);
    for (const piece of multipart.pieces) {
      if (piece.kind === 'part') repairEntity(piece.entity, out);
      else out.push(piece.bytes);
    }
    return;
  }
  const kind = kindOf(entity);
  const text = isLetter(entity) ? letterText(entity) : undefined;
  if (text === undefined) {
    // A multipart without a part: else nothing of it would be left.
    const replaced = kind === type.value.toLowerCase() ? {} : { contentType: 'application/octet-stream' };
    out.push(Buffer.from(repairHead(headers, replaced)), gap, body);
    return;
  }
  const parameters = new Map([...type.parameters, ['charset', 'utf-8']]);
  const contentType = writeStructured({ value: kind === '' ? 'text/plain' : kind, parameters });
  out.push(Buffer.from(repairHead(headers, { contentType, transferEncoding: 'base64' })), Buffer.from('\r\n'));
  out.push(Buffer.from(wrap(Buffer.from(text).toString('base64'))));
}

function letterText({ headers, contentType, body }: MailEntity): string | undefined {
  if (body.length > MAX_TEXT) return undefined;
  const bytes = decodeTransfer(body, headerOf(headers, 'content-transfer-encoding'));
  const label = contentType.parameters.get('charset') ?? charsetOfMeta(bytes);
  return decodeText(bytes, label).replace(/^\uFEFF/, '');
}

/** `<meta charset=gb2312>` or its http-equiv form, in the first kilobytes. */
function charsetOfMeta(bytes: Buffer): string {
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? '';
}

function wrap(base64: string): string {
  return `${base64.replace(/.{76}/g, '$&\r\n')}\r\n`;
}
