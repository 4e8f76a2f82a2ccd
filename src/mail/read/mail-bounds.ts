import { readHead, structuredHeader } from '../repair/read-head.ts';
import { splitEntity, splitMultipart } from '../repair/split-entity.ts';

const MAX_BYTES = 100 * 1024 * 1024;
const MAX_DEPTH = 20;
const MAX_PARTS = 500;

/** Why a mail as a whole is not opened. */
export type MailRefusal = { readonly code: string; readonly text: string; readonly ask: string };

/** Looks at the structure of a mail before any parser does: size, nesting, number of parts. */
export function refuseMail(raw: Uint8Array): MailRefusal | undefined {
  if (raw.length > MAX_BYTES)
    return {
      code: 'mail/too-large',
      text: '邮件超过 100 MB，没有打开',
      ask: '请只发送需要报送的表格，不要附带其他大文件',
    };
  const seen = { parts: 0, tooDeep: false };
  look(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), 0, seen);
  if (seen.tooDeep)
    return {
      code: 'mail/too-deep',
      text: '邮件里一层套一层，层数过多，没有打开',
      ask: '请新建一封邮件，把表格直接作为附件发送',
    };
  if (seen.parts > MAX_PARTS)
    return {
      code: 'mail/too-many-parts',
      text: '邮件由过多部分组成，没有打开',
      ask: '请新建一封邮件，把表格直接作为附件发送',
    };
  return undefined;
}

function look(bytes: Buffer, depth: number, seen: { parts: number; tooDeep: boolean }): void {
  seen.parts += 1;
  if (depth > MAX_DEPTH) seen.tooDeep = true;
  if (seen.tooDeep || seen.parts > MAX_PARTS) return;
  const { head, body } = splitEntity(bytes);
  const type = structuredHeader(readHead(head), 'content-type');
  const boundary = type.parameters.get('boundary');
  const kind = type.value.toLowerCase();
  if (kind === 'message/rfc822') return look(body, depth + 1, seen);
  if (!kind.startsWith('multipart/') || !boundary) return;
  for (const piece of splitMultipart(body, boundary)) if (piece.kind === 'part') look(piece.bytes, depth + 1, seen);
}
