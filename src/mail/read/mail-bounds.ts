import { type MailEntity, readEntity } from '../repair/read-entity.ts';

const MAX_BYTES = 100 * 1024 * 1024;
const MAX_DEPTH = 20;
const MAX_PARTS = 500;

/** Why a mail as a whole is not opened. */
export type MailRefusal = { readonly code: string; readonly text: string; readonly ask: string };

/** The structure of a mail, read before any parser sees it: bounded in size, nesting, number of parts. */
export function openMail(raw: Uint8Array): { readonly entity: MailEntity } | { readonly refusal: MailRefusal } {
  if (raw.length > MAX_BYTES)
    return refuse('mail/too-large', '邮件超过 100 MB，没有打开', '请只发送需要报送的表格，不要附带其他大文件');
  const bounds = { partsLeft: MAX_PARTS, tooDeep: false, deepest: MAX_DEPTH };
  const entity = readEntity(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), bounds);
  if (bounds.tooDeep)
    return refuse('mail/too-deep', '邮件里一层套一层，层数过多，没有打开', '请新建一封邮件，把表格直接作为附件发送');
  if (bounds.partsLeft < 0)
    return refuse('mail/too-many-parts', '邮件由过多部分组成，没有打开', '请新建一封邮件，把表格直接作为附件发送');
  return { entity };
}

function refuse(code: string, text: string, ask: string): { readonly refusal: MailRefusal } {
  return { refusal: { code, text, ask } };
}
