import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../text/user-error.ts';
import { Database } from './sqlite.ts';

/** Another process holds the lock of the folder. */
export class FolderInUse extends UserError {}

/**
 * Keeps a second process out of a campaign folder. The lock is the operating system's lock on an open
 * SQLite transaction, so that a process that is killed leaves nothing behind.
 * Throws FolderInUse when another process holds it. Returns the function that lets go.
 */
export function lockCampaign(folder: string): () => void {
  const path = join(folder, '.lock');
  closeSync(openSync(path, 'a', 0o600));
  const database = new Database(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) {
      throw new FolderInUse(
        '另一个名册程序正在处理这个文件夹',
        '请等它结束后再运行；如果开着 --watch（一直守着邮箱），请先在那个窗口按 Ctrl+C 停止它。',
      );
    }
    throw error;
  }
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}
