import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';

/** Campaign folders as earlier programs left them, one a version of the ledger. */
export const OLD_CAMPAIGNS = 'test/e2e/old-campaigns';

/** Runs with a copy of an old campaign folder, its ledger made from SQL and by nothing of today's program. */
export async function withOldCampaign(version: string, use: (folder: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'mingce-old-'));
  try {
    const folder = join(root, '旧文件夹');
    cpSync(join(OLD_CAMPAIGNS, version), folder, { recursive: true });
    const database = new Database(join(folder, 'ledger.db'));
    database.exec(readFileSync(join(folder, 'ledger.sql'), 'utf8'));
    database.close();
    await use(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
