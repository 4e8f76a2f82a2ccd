import type { FileRefusal, FileRefusalCode } from './refusals.ts';

/** A file found in a mail or container; `name` is a label and may hold anything. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why its content could not be taken out. */
  readonly refusal?: FileRefusal;
  /** Shown inside the letter (a `cid:` picture, a signature), not attached to it. */
  readonly inline?: boolean;
}

/** Contents of a container, or why it stays closed. */
export type Opened =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly code: FileRefusalCode };
