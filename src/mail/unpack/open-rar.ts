import { createExtractorFromData, type FileHeader, UnrarError } from 'node-unrar-js';
import { type Budget, isBomb, takeFromBudget } from './bounds.ts';
import type { Entry, Opened } from './entry.ts';
import { rarNames } from './rar-names.ts';
import { refusalOf } from './refusals.ts';

const NOTHING = new Uint8Array(0);

/** Opens a RAR 4 or 5 archive in memory; its list is judged before anything is taken out. Never throws. */
export async function openRar(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  try {
    const extractor = await createExtractorFromData({ data: Uint8Array.from(bytes).buffer });
    const list = extractor.getFileList();
    if (list.arcHeader.flags.volume) return { ok: false, code: 'file/archive-volume' };
    const headers: FileHeader[] = [];
    for (const header of list.fileHeaders) {
      headers.push(header);
      if (headers.length > budget.entries * 2) return { ok: false, code: 'file/archive-too-large' };
    }
    // A list that breaks off at once is a file cut short: nobody sends an archive without anything.
    if (headers.length === 0) return { ok: false, code: 'file/damaged-archive' };
    const files = headers.filter((header) => !header.flags.directory);
    const total = files.reduce((sum, file) => sum + file.unpSize, 0);
    if (files.some((file) => isBomb(file.packSize, file.unpSize)) && !list.arcHeader.flags.solid)
      return { ok: false, code: 'file/archive-too-large' };
    if (isBomb(bytes.length, total) || !takeFromBudget(budget, files.length, total))
      return { ok: false, code: 'file/archive-too-large' };
    if (files.length > 0 && files.every((file) => file.flags.encrypted))
      return { ok: false, code: 'file/password-archive' };
    const names = rarNames(bytes, headers);
    const entries: Entry[] = [];
    for (const [position, file] of headers.entries()) {
      if (file.flags.directory) continue;
      entries.push({ name: names[position] ?? file.name, ...contentOf(file, extractor) });
    }
    return { ok: true, entries };
  } catch (error) {
    return { ok: false, code: needsPassword(error) ? 'file/password-archive' : 'file/damaged-archive' };
  }
}

type RarExtractor = Awaited<ReturnType<typeof createExtractorFromData>>;

/** One file at a time, so that a damaged one does not take the others with it. */
function contentOf(file: FileHeader, extractor: RarExtractor): Omit<Entry, 'name'> {
  if (file.flags.encrypted) return { bytes: NOTHING, refusal: refusalOf('file/password-archive') };
  try {
    let taken = false;
    const { files } = extractor.extract({
      files: (header) => {
        if (taken || header.name !== file.name || header.crc !== file.crc) return false;
        taken = true;
        return true;
      },
    });
    for (const found of files) {
      const bytes = found.extraction;
      if (bytes && bytes.length === file.unpSize) return { bytes };
    }
    return { bytes: NOTHING, refusal: refusalOf('file/damaged-archive') };
  } catch {
    return { bytes: NOTHING, refusal: refusalOf('file/damaged-archive') };
  }
}

function needsPassword(error: unknown): boolean {
  return error instanceof UnrarError && /PASSWORD/.test(error.reason);
}
