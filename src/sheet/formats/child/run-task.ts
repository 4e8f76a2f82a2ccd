import { decryptBytes } from './decrypt-bytes.ts';
import { readDoc } from './read-doc.ts';
import { readDocx } from './read-docx.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import type { Answer, Task } from './task.ts';

/** Runs one task. A parser's exception means that the file is corrupt, for it is the parser's only word. */
export async function runTask(task: Task): Promise<Answer> {
  switch (task.kind) {
    case 'decrypt':
      return decryptBytes(task.bytes, task.passwords);
    case 'docx':
      return { kind: 'decoded', decoded: await readDocx(task.bytes) };
    case 'doc':
      return readDoc(task.bytes);
    case 'spreadsheet':
      return readSpreadsheet(task.bytes, task.format);
  }
}
