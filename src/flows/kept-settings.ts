import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../store/ledger.ts';
import { lookAtLedger } from '../store/look-at-ledger.ts';
import { PROGRAM } from '../text/program.ts';
import type { PlainSettings } from './parse-settings.ts';

/**
 * Settings of a campaign that were read and found without a mistake. To read them again would take longer than most commands:
 * they are taken from the ledger for as long as no byte of the files they were read from has changed.
 */
interface KeptSettings extends PlainSettings {
  /** Hash over the program and these files. */
  readonly files: string;
}

const NAME = 'derived:settings';

/** Hash over everything that the settings of a folder are read from; undefined where some of it cannot be read. */
export function settingsHash(folder: string): string | undefined {
  const hash = createHash('sha256').update(PROGRAM);
  try {
    for (const name of ['campaign.yaml', 'units.xlsx', 'units.csv', ...formFiles(folder)]) {
      const path = join(folder, name);
      const bytes = existsSync(path) ? readFileSync(path) : undefined;
      hash.update(`\n${name} ${bytes?.length ?? 'none'}\n`);
      if (bytes) hash.update(bytes);
    }
  } catch {
    // What is wrong is told by whoever needs it.
    return undefined;
  }
  return hash.digest('hex');
}

function formFiles(folder: string): string[] {
  const forms = join(folder, 'forms');
  const names = existsSync(forms) ? readdirSync(forms) : [];
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join('forms', name));
}

/** The settings that were kept of files with this hash; undefined where there are none, or the ledger cannot be looked at. */
export function recallSettings(folder: string, files: string | undefined): PlainSettings | undefined {
  if (files === undefined) return undefined;
  try {
    const text = readKept(folder);
    if (text === undefined) return undefined;
    const { files: keptOf, ...settings } = JSON.parse(text) as KeptSettings;
    return keptOf === files ? settings : undefined;
  } catch {
    // Whatever is wrong with the ledger is told by whoever opens it.
    return undefined;
  }
}

function readKept(folder: string): string | undefined {
  const ledger = lookAtLedger(join(folder, 'ledger.db'));
  try {
    return ledger?.setting(NAME);
  } finally {
    ledger?.close();
  }
}

/** Keeps settings for the next time, but for those that hold passwords: secrets are not for the ledger. */
export function keepSettings(ledger: Pick<Ledger, 'setSetting'>, files: string, settings: PlainSettings): void {
  if (settings.config.workbookPasswords.length > 0) return;
  try {
    ledger.setSetting(NAME, JSON.stringify({ files, ...settings } satisfies KeptSettings));
  } catch {
    // A disk that is full or read-only: they are read once more the next time.
  }
}
