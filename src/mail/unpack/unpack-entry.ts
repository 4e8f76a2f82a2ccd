import { createHash } from 'node:crypto';
import type { MailFile } from '../message.ts';
import { type Budget, UNPACK_BOUNDS } from './bounds.ts';
import { defaultName } from './default-name.ts';
import type { Entry, Opened } from './entry.ts';
import { findOpener } from './find-opener.ts';
import { isSystemFile } from './is-system-file.ts';
import { type FileRefusal, refusalOf } from './refusals.ts';
import { type FileKind, sniff } from './sniff.ts';

/** One file and everything inside it, as a flat list; `parent` is the path of its container. Never throws. */
export async function unpackEntry(entry: Entry, parent: string, budget: Budget, depth: number): Promise<MailFile[]> {
  const kind = sniff(entry.bytes);
  const name = cleanName(entry.name) || defaultName(kind);
  const file = describe(entry.bytes, parent === '' ? name : `${parent}!${name}`, kind);
  if (entry.refusal) return [refused(file, entry.refusal)];
  if (isSystemFile(entry, kind)) return [refused(file, refusalOf('file/system-file'))];
  if (kind === 'enveloped') return [refused(file, refusalOf('file/encrypted-mail'))];
  const open = await findOpener(kind);
  if (!open) return [{ ...file, role: 'leaf', bytes: entry.bytes }];
  if (depth >= UNPACK_BOUNDS.depth) return [refused(file, refusalOf('file/archive-too-deep'))];
  const opened = await open(entry.bytes, budget, name);
  if (!opened.ok) return [refused(file, refusalOf(opened.code))];
  const inner = await unpackAll(opened, file.path, budget, depth + 1);
  if (inner.length === 0 && !isLetter(kind)) return [refused(file, refusalOf('file/empty-archive'))];
  return [{ ...file, role: 'container' }, ...inner];
}

async function unpackAll(opened: Opened, path: string, budget: Budget, depth: number): Promise<MailFile[]> {
  const files: MailFile[] = [];
  if (!opened.ok) return files;
  for (const entry of opened.entries) files.push(...(await unpackEntry(entry, path, budget, depth)));
  return files;
}

/** A mail may well have no attachment; an archive without files is a mistake. */
function isLetter(kind: FileKind): boolean {
  return kind === 'mail' || kind === 'msg' || kind === 'tnef';
}

function describe(bytes: Uint8Array, path: string, kind: FileKind): Omit<MailFile, 'role' | 'bytes' | 'refusal'> {
  const name = path.slice(path.lastIndexOf('!') + 1);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, name: name.slice(name.lastIndexOf('/') + 1), kind, sha256, size: bytes.length };
}

function refused(file: Omit<MailFile, 'role' | 'bytes' | 'refusal'>, refusal: FileRefusal): MailFile {
  return { ...file, role: 'refused', refusal };
}

/** A label of at most 200 characters without control characters or ways out; `!` would look like a step into a container. */
function cleanName(name: string): string {
  return name
    .replace(/[\u0000-\u001F\u007F]/g, '')
    .replaceAll('!', '！')
    .replace(/(?<![^/])(?:\.{0,2}\/)+/g, '')
    .trim()
    .slice(-200);
}
