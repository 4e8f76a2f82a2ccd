import { join } from 'node:path';
import type { KeptPieces, Piece, PiecedFile } from '../sheet/piece.ts';
import type { FileToCheck } from './check-files.ts';
import type { CheckedFiles } from './checked-files.ts';
import type { Campaign } from './open-campaign.ts';

/**
 * What is known of the files of the version written last, by path under output/: hints with which the next version is
 * drawn sooner. Nothing is taken from a file that is not, byte for byte, what was written.
 */
export interface KeptFiles {
  readonly version: number;
  readonly files: Readonly<Record<string, KeptFile>>;
}

/** A file with what it shows, and the pieces it is made of. */
export interface KeptFile {
  readonly key: string;
  readonly sha256: string;
  readonly pieces: readonly KeptPiece[];
}

/** Where in the file a piece stands, and what is known of it. */
type KeptPiece = readonly [offset: number, length: number, facts: Omit<Piece, 'bytes'>];

const NAME = 'derived:files';

/** The files of the version written last; none before the first, and after a rebuild. */
export function loadKeptFiles(campaign: Campaign): KeptFiles {
  const kept = campaign.ledger.setting(NAME);
  return kept === undefined ? { version: 0, files: {} } : (JSON.parse(kept) as KeptFiles);
}

/** Remembers the files of a version once all of them are written. */
export function saveKeptFiles(campaign: Campaign, kept: KeptFiles): void {
  campaign.ledger.setSetting(NAME, JSON.stringify(kept));
}

/** What to remember of a file. */
export function keptFileOf(key: string, sha256: string, { pieces }: PiecedFile): KeptFile {
  return {
    key,
    sha256,
    pieces: pieces.map(({ bytes, offset, ...facts }) => [offset, bytes.length, facts]),
  };
}

/**
 * The pieces of a file of the version written last, which is read when the first of them is asked for. `known` are its bytes
 * where they have been read and compared already.
 */
export function keptPieces(
  campaign: Campaign,
  kept: KeptFiles,
  path: string,
  checked: CheckedFiles,
  known?: Uint8Array,
): KeptPieces {
  const file = kept.files[path];
  if (!file) return () => undefined;
  const index = new Map(file.pieces.map((piece) => [piece[2].key, piece]));
  let bytes = known;
  return (key) => {
    const piece = index.get(key);
    if (!piece) return undefined;
    bytes ??= checked.read(pathInVersion(campaign, kept.version, path), file.sha256) ?? NOTHING;
    const [offset, length, facts] = piece;
    return bytes === NOTHING ? undefined : { ...facts, bytes: bytes.subarray(offset, offset + length) };
  };
}

const NOTHING = Buffer.alloc(0);

/** The files of which the next version may take something: those that stand whole if their key is the same, and pieces of the others. */
export function filesToCheck(campaign: Campaign, { version, files }: KeptFiles): FileToCheck[] {
  return Object.entries(files).flatMap(([path, { key, sha256, pieces }]): FileToCheck[] => {
    const written = pathInVersion(campaign, version, path);
    if (key === '') return pieces.length === 0 ? [] : [{ path: written, sha256, bytesWanted: true }];
    const latest = join(campaign.folder, latestPath(path));
    return [written, latest].map((place) => ({ path: place, sha256, bytesWanted: false }));
  });
}

/** Path of a deliverable in the folder of a version. */
export function pathInVersion(campaign: Campaign, version: number, path: string): string {
  return join(campaign.folder, 'output', '版本', String(version), path);
}

/** Path of the latest copy of a deliverable in the campaign folder, with forward slashes. */
export function latestPath(path: string): string {
  return `output/${path}`;
}
