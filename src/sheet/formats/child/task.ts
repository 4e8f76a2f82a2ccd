import type { Decoded } from '../../grid.ts';

/** The first message of a helper process: it is up, and the clock of its task starts. */
export const READY = 'ready';

/** What the helper process is asked to do with one file. */
export type Task =
  | { readonly kind: 'spreadsheet'; readonly format: string; readonly bytes: Uint8Array }
  | { readonly kind: 'docx' | 'doc'; readonly bytes: Uint8Array }
  | { readonly kind: 'decrypt'; readonly passwords: readonly string[]; readonly bytes: Uint8Array };

/** Its answer: a decoded file, or the bytes inside an encrypted one, or which password trouble there was. */
export type Answer =
  | { readonly kind: 'decoded'; readonly decoded: Decoded }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: 'password' | 'encryption' | 'corrupt' };
