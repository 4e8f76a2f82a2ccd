import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encryptBook } from '../sheet/formats/encrypt-book.ts';
import { writeAtomically } from '../store/atomic-write.ts';
import { UserError } from '../text/user-error.ts';
import type { Campaign } from './open-campaign.ts';
import { type Publication, publish } from './publish.ts';
import type { Tools } from './tools.ts';

export interface ProtectedPublication extends Publication {
  /** Paths of the encrypted copies, relative to the campaign folder. */
  readonly encrypted: readonly string[];
}

/** Publishes; with a password, also writes encrypted copies of the workbooks under output/加密. */
export async function publishWithPassword(
  campaign: Campaign,
  encrypt: boolean,
  tools: Tools,
): Promise<ProtectedPublication> {
  const publication = await publish(campaign, tools);
  if (!encrypt) return { ...publication, encrypted: [] };
  const password = tools.environment['MINGCE_BOOK_PASSWORD'] ?? (await tools.askSecret('请输入表格的打开密码：'));
  if (password === undefined || password.length < 8) {
    throw new UserError('打开密码没有给出，或不足 8 位', '请在运行时输入，或设置环境变量 MINGCE_BOOK_PASSWORD。');
  }
  const encrypted: string[] = [];
  for (const file of publication.files.filter((path) => path.endsWith('.xlsx'))) {
    const path = join('output', '加密', file.replace(/^output\//, ''));
    writeAtomically(
      join(campaign.folder, path),
      await encryptBook(readFileSync(join(campaign.folder, file)), password),
    );
    encrypted.push(path.replaceAll('\\', '/'));
    tools.progress(`已加密 ${encrypted.length} 个`);
  }
  return { ...publication, encrypted };
}
