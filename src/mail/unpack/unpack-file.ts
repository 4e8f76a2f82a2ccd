import type { MailFile } from '../message.ts';
import { newBudget } from './bounds.ts';
import { unpackEntry } from './unpack-entry.ts';

/**
 * Takes a loose file apart: itself first, then everything inside it, in order. Judged by content; names are
 * labels. Bounded in bytes, entries, depth and growth; never throws and never touches the disk.
 */
export async function unpackFile(name: string, bytes: Uint8Array): Promise<MailFile[]> {
  return unpackEntry({ name, bytes }, '', newBudget(), 0);
}
