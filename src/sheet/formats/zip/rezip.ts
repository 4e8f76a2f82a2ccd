import { openZip } from './open-zip.ts';
import { writeZip, type ZipPart } from './write-zip.ts';

/** Changes one part on the way; gives the same bytes back where nothing is to change. */
export type MapPart = (name: string, bytes: Uint8Array) => Uint8Array;

/**
 * Writes a package that this program made anew without the clock in it, so the same content always gives the same bytes.
 * Throws when the package cannot be read: the input is our own, so that is a bug and no refusal.
 */
export function rezip(bytes: Uint8Array, map: MapPart = (_name, part) => part): Uint8Array {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`own package unreadable: ${opened.refusal.code}`);
  const parts: ZipPart[] = [];
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (!content.ok) throw new Error(`own package unreadable: ${entry.name}`);
    parts.push({ name: entry.name, bytes: map(entry.name, content.bytes) });
  }
  return writeZip(parts);
}
