import { decodeText } from './decode-text.ts';
import { decodeTransfer } from './decode-transfer.ts';
import type { DetachedBodies } from './detach-bodies.ts';
import type { MailEntity } from './read-entity.ts';
import { type Header, headerOf, structuredHeader } from './read-head.ts';
import { repairHead, writeStructured } from './repair-head.ts';

/** A text part above this is no letter: it stays as it is. */
const MAX_TEXT = 8 * 1024 * 1024;

/**
 * A copy of a mail that a standard parser reads right: headers decoded and written again, every text body
 * as UTF-8 behind a true label, file names in one form. Attachments keep their bytes. The original is the
 * evidence and stays untouched. With `detached`, the copy holds stand-ins for bodies that went there.
 */
export function repairMessage(mail: MailEntity, detached?: DetachedBodies): Buffer {
  const pieces: Buffer[] = [];
  repairEntity(mail, pieces, detached);
  return Buffer.concat(pieces);
}

function repairEntity(entity: MailEntity, out: Buffer[], detached: DetachedBodies | undefined): void {
  const { headers, contentType: type, gap, body, multipart } = entity;
  if (multipart) {
    const parameters = new Map([...type.parameters, ['boundary', multipart.boundary]]);
    out.push(Buffer.from(repairHead(headers, { contentType: writeStructured({ ...type, parameters }) })), gap);
    for (const piece of multipart.pieces) {
      if (piece.kind === 'part') repairEntity(piece.entity, out, detached);
      else out.push(piece.bytes);
    }
    return;
  }
  const declared = type.value.toLowerCase();
  // Without a single delimiter line it is one part, whatever it says; else nothing of it would be left.
  const kind = declared.startsWith('multipart/') ? '' : declared;
  const text = isLetter(entity, kind) ? letterText(entity) : undefined;
  if (text === undefined) {
    const standIn = isDetachable(headers, declared) ? detached?.detach(body) : undefined;
    const replaced = {
      ...(kind === declared ? {} : { contentType: 'application/octet-stream' }),
      ...(standIn ? { transferEncoding: '7bit' } : {}),
    };
    out.push(Buffer.from(repairHead(headers, replaced)), gap, standIn ?? body);
    return;
  }
  const parameters = new Map([...type.parameters, ['charset', 'utf-8']]);
  const contentType = writeStructured({ value: kind === '' ? 'text/plain' : kind, parameters });
  out.push(Buffer.from(repairHead(headers, { contentType, transferEncoding: 'base64' })), Buffer.from('\r\n'));
  out.push(Buffer.from(wrap(Buffer.from(text).toString('base64'))));
}

/** A part that every parser takes for an attachment, its body in base64. */
function isDetachable(headers: readonly Header[], declared: string): boolean {
  if (!/^(?:application|image|audio|video)\//.test(declared)) return false;
  return headerOf(headers, 'content-transfer-encoding').toLowerCase() === 'base64';
}

/** A text part that is no attachment: only these are written anew. */
function isLetter({ headers, contentType }: MailEntity, kind: string): boolean {
  if (kind !== '' && kind !== 'text' && kind !== 'text/plain' && kind !== 'text/html') return false;
  const disposition = structuredHeader(headers, 'content-disposition');
  if (disposition.value.toLowerCase() === 'attachment' || disposition.parameters.has('filename')) return false;
  return !contentType.parameters.has('name');
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
