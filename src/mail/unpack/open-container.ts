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

/** How a container of that kind is opened; undefined for a file that is none. */
export function openContainer(
  kind: FileKind,
  name: string,
  bytes: Uint8Array,
  budget: Budget,
): (() => Promise<Opened>) | undefined {
  switch (kind) {
    case 'zip':
      return () => openZip(bytes, budget);
    case 'rar':
      return () => openRar(bytes, budget);
    case '7z':
    case 'xz':
    case 'bzip2':
      return () => openSevenZip(bytes, budget);
    case 'gzip':
      return () => openGzip(name, bytes, budget);
    case 'tar':
      return () => openTar(bytes, budget);
    case 'tnef':
      return async () => openTnef(bytes, budget);
    case 'msg':
      return async () => openMsg(bytes, budget);
    case 'mail':
      return () => openMail(bytes, budget);
    default:
      return undefined;
  }
}
