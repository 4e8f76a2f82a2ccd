import { ArchiveFault } from '../archive-fault.ts';
import { findCoder } from './find-coder.ts';
import type { Folder } from './folder.ts';

/** Programs bind two or three. Each more would be a walk through everything. */
const MAX_STEPS = 4;

/**
 * Unpacks a folder, all its files at once: `folder.size` bytes, fewer when it is damaged. A fault when one of its
 * coders is not known or they do not form a line of one that unpacks and filters behind it.
 */
export async function unpackFolder({ coders, packed, size }: Folder): Promise<Uint8Array> {
  const steps = (coders ?? []).map(({ id, properties }, index) => {
    const coder = findCoder(id);
    if (!coder || (index > 0 && !coder.filter)) throw new ArchiveFault('file/archive-unknown');
    return { coder, properties };
  });
  if (steps.length === 0 || steps.length > MAX_STEPS) throw new ArchiveFault('file/archive-unknown');
  let bytes: Uint8Array = packed;
  for (const { coder, properties } of steps) {
    const undo = await coder.load();
    bytes = size === 0 ? bytes.subarray(0, 0) : await undo(bytes, properties, size);
  }
  return bytes.subarray(0, size);
}
