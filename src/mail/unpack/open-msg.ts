import MsgReader from '@kenjiuno/msgreader';
import { type Budget, takeFromBudget } from './bounds.ts';
import { isSoundCompound } from './check-compound.ts';
import type { Entry, Opened } from './entry.ts';

/** Takes the attachments out of an Outlook .msg; a compound file with loops is refused first. Never throws. */
export function openMsg(bytes: Uint8Array, budget: Budget): Opened {
  if (!isSoundCompound(bytes)) return { ok: false, code: 'file/damaged-mail' };
  try {
    const reader = new Reader(Uint8Array.from(bytes).buffer);
    const mail = reader.getFileData();
    const entries: Entry[] = [];
    for (const attachment of mail.attachments ?? []) {
      if (!takeFromBudget(budget, 1, attachment.contentLength ?? 0))
        return { ok: false, code: 'file/archive-too-large' };
      const { fileName, content } = reader.getAttachment(attachment);
      const name = fileName || attachment.fileName || attachment.fileNameShort || attachment.name || '附件';
      entries.push({ name, bytes: content, inline: attachment.attachmentHidden === true });
    }
    return { ok: true, entries };
  } catch {
    return { ok: false, code: 'file/damaged-mail' };
  }
}

/** The package is CommonJS: Node gives its default export inside an object, bundlers the class itself. */
const Reader = 'default' in MsgReader ? MsgReader.default : MsgReader;
