import type { Form } from '../forms/form.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import { readOriginal as readBytes } from '../store/originals.ts';
import { type ReaderContext, readOriginal } from './read-message.ts';
import { type ReaderResult, resultOf } from './reading-result.ts';
import { vocabularyFinder } from './vocabulary-finder.ts';

/** Everything a reader needs, as plain values that can be handed to another thread. */
export interface ReaderSetup {
  /** Folder originals/ of the campaign. */
  readonly originals: string;
  readonly forms: readonly Form[];
  readonly units: readonly ReportingUnit[];
  /** Campaign key (hex). */
  readonly key: string;
  readonly campaign: string;
  readonly passwords: readonly string[];
}

/** One message to read. */
export interface ReaderTask {
  /** sha256 (hex) of the original. */
  readonly message: string;
  readonly source: 'mail' | 'file';
  /** File name when taken from a folder, for labels only. */
  readonly name: string;
}

/** A reader over the originals of one campaign. A missing original is an error: `verify` names it. */
export function openReader(setup: ReaderSetup): (task: ReaderTask) => Promise<ReaderResult> {
  const context: ReaderContext = {
    forms: setup.forms,
    vocabulary: vocabularyFinder(setup.units),
    key: setup.key,
    campaign: setup.campaign,
    passwords: setup.passwords,
  };
  return async ({ message, source, name }) => {
    const bytes = readBytes(setup.originals, message);
    if (!bytes) throw new Error(`original ${message} is missing; run verify`);
    return resultOf(await readOriginal(message, source, name, bytes, context));
  };
}
