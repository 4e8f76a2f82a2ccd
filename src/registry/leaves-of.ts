import { isOwnMailInBounce } from './draft-submissions.ts';
import type { FileReading, MessageReading } from './reading.ts';

/** A table drawn in the text of a letter; most are signatures and lay-out. */
const BODY_TABLE = /^正文表格\.(?:html|txt)$/;

/** The files a person sent: no containers, no logos and cards, no lay-out of the letter, none of our own mails in a bounce. */
export function leavesOf(reading: MessageReading): readonly FileReading[] {
  return reading.files.filter(
    (file) =>
      file.fate !== 'container' &&
      file.refusal?.code !== 'file/system-file' &&
      !(BODY_TABLE.test(file.name) && file.fate !== 'read') &&
      !isOwnMailInBounce(reading, file),
  );
}
