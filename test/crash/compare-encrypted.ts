import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import officeCrypto from 'officecrypto-tool';

/** Password of the encrypted copies. */
export const PASSWORD = '测试密码 2025';

/** Each encrypted copy is salted anew, so that only what is inside can be compared. */
export const IS_ENCRYPTED = /[/\\]加密[/\\]/;

const ENCRYPTED = join('output', '加密');

/** Whether every workbook has its encrypted copy, and every copy opens to the workbook; one line per difference. */
export async function compareEncrypted(folder: string): Promise<string[]> {
  const lines: string[] = [];
  const copies = workbooks(join(folder, ENCRYPTED));
  const plain = workbooks(join(folder, 'output')).filter((path) => !/^(加密|版本|模板)[/\\]|^待处理/.test(path));
  if (JSON.stringify(copies) !== JSON.stringify(plain)) lines.push(`${copies.length} copies of ${plain.length} books`);
  for (const path of copies) {
    const opened = await officeCrypto.decrypt(readFileSync(join(folder, ENCRYPTED, path)), { password: PASSWORD });
    if (!readFileSync(join(folder, 'output', path)).equals(opened)) lines.push(`encrypted copy differs: ${path}`);
  }
  return lines;
}

function workbooks(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xlsx'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
