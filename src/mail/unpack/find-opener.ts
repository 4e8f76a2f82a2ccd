import type { Budget } from './bounds.ts';
import type { Opened } from './entry.ts';
import { openGzip } from './open-gzip.ts';
import { openMail } from './open-mail.ts';
import { openMsg } from './open-msg.ts';
import { openRar } from './open-rar.ts';
import { openSevenZip } from './open-seven-zip.ts';
import { openTar } from './open-tar.ts';
import { openTnef } from './open-tnef.ts';
import { openZip } from './open-zip.ts';
import type { FileKind } from './sniff.ts';

type Opener = (bytes: Uint8Array, budget: Budget, name: string) => Opened | Promise<Opened>;

const OPENERS: Partial<Record<FileKind, Opener>> = {
  zip: openZip,
  rar: openRar,
  '7z': openSevenZip,
  xz: openSevenZip,
  bzip2: openSevenZip,
  gzip: openGzip,
  tar: openTar,
  tnef: openTnef,
  msg: openMsg,
  mail: openMail,
};

/** How a container of that kind is opened; undefined for a file that is none. */
export function findOpener(kind: FileKind): Opener | undefined {
  return OPENERS[kind];
}
