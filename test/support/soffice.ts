import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a workbook in LibreOffice, which recalculates it, and saves it in another format (or the same). */
export function saveWithLibreOffice(bytes: Uint8Array, to: 'xlsx' | 'pdf' | 'csv'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-soffice-'));
  try {
    writeFileSync(join(folder, 'given.xlsx'), bytes);
    const run = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        '--convert-to',
        to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76' : to,
        '--outdir',
        join(folder, 'out'),
        join(folder, 'given.xlsx'),
      ],
      { encoding: 'utf8', timeout: 110_000 },
    );
    if (run.status !== 0) throw new Error(`soffice: ${run.stderr}`);
    return readFileSync(join(folder, 'out', `given.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
