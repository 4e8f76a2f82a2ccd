import type { Budget } from './bounds.ts';
import type { Opened } from './entry.ts';
import type { FileKind } from './sniff.ts';

type Opener = (bytes: Uint8Array, budget: Budget, name: string) => Opened | Promise<Opened>;

/** Each with the package it needs, loaded when the first container of its kind comes. */
const OPENERS: Partial<Record<FileKind, () => Promise<Opener>>> = {
  zip: async () => (await import('./open-zip.ts')).openZip,
  rar: async () => (await import('./open-rar.ts')).openRar,
  '7z': async () => (await import('./open-seven-zip.ts')).openSevenZip,
  xz: async () => (await import('./open-xz.ts')).openXz,
  bzip2: async () => (await import('./open-bzip2.ts')).openBzip2,
  gzip: async () => (await import('./open-gzip.ts')).openGzip,
  tar: async () => (await import('./open-tar.ts')).openTar,
  tnef: async () => (await import('./open-tnef.ts')).openTnef,
  msg: async () => (await import('./open-msg.ts')).openMsg,
  mail: async () => (await import('./open-mail.ts')).openMail,
};

/** How a container of that kind is opened; undefined for a file that is none. */
export async function findOpener(kind: FileKind): Promise<Opener | undefined> {
  return OPENERS[kind]?.();
}
