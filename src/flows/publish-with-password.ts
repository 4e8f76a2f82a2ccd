import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encryptBook, opensTo } from '../sheet/formats/encrypt-book.ts';
import { writeAtomically, writeCopy } from '../store/atomic-write.ts';
import { UserError } from '../text/user-error.ts';
import { pathInVersion } from './kept-files.ts';
import type { Campaign } from './open-campaign.ts';
import { type Publication, publish } from './publish.ts';
import type { Tools } from './tools.ts';

export interface ProtectedPublication extends Publication {
  /** Paths of the encrypted copies, relative to the campaign folder. */
  readonly encrypted: readonly string[];
}

const SHORTEST = 8;

/**
 * Publishes; with a password, also writes encrypted copies of the workbooks: durably under output/版本/<n>/加密, and the
 * latest under output/加密. A copy that already opens to the same workbook with this password is left as it is.
 * Throws UserError when no password is given, or one that is too short or not typed twice alike.
 */
export async function publishWithPassword(
  campaign: Campaign,
  encrypt: boolean,
  tools: Tools,
): Promise<ProtectedPublication> {
  // Before anything is written, so that a wrong password changes nothing.
  const password = encrypt ? await findPassword(tools) : '';
  const publication = await publish(campaign, tools);
  if (!encrypt) return { ...publication, encrypted: [] };
  const encrypted: string[] = [];
  const books = publication.files.filter((path) => path.endsWith('.xlsx'));
  for (const book of books) {
    const name = book.replace(/^output\//, '');
    const plain = readFileSync(join(campaign.folder, book));
    const kept = pathInVersion(campaign, publication.version, join('加密', name));
    const known = existsSync(kept) ? readFileSync(kept) : undefined;
    const bytes = known && (await opensTo(known, password, plain)) ? known : await encryptBook(plain, password);
    if (bytes !== known) writeAtomically(kept, bytes);
    const path = `output/加密/${name}`;
    writeCopy(join(campaign.folder, path), bytes);
    encrypted.push(path);
    tools.progress(`已加密 ${encrypted.length}/${books.length}`);
  }
  return { ...publication, encrypted };
}

async function findPassword(tools: Tools): Promise<string> {
  const given = tools.environment['MINGCE_BOOK_PASSWORD'];
  const password = given ?? (await tools.askSecret('请输入表格的打开密码：'));
  if (password === undefined || password.length < SHORTEST)
    throw new UserError(
      `没有给出打开密码，或密码不足 ${SHORTEST} 位`,
      '请在运行时输入，或设置环境变量 MINGCE_BOOK_PASSWORD。',
    );
  if (given === undefined && (await tools.askSecret('请再输入一次：')) !== password)
    throw new UserError('两次输入的密码不一致', '请重新运行 mingce publish --password。');
  return password;
}
