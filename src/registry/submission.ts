import type { ReadTable } from '../sheet/table.ts';

/** One kind of evidence for the unit a table belongs to. */
export interface Evidence {
  /** Independent classes: token · thread · tag · sender · city (cells) · file (name, title, signature line) · name (display name, text). */
  readonly kind: 'token' | 'thread' | 'tag' | 'sender' | 'city' | 'file' | 'name' | 'decision' | 'authentication';
  readonly unit: string;
  /** Chinese: what was seen, for the clerk. */
  readonly seen: string;
}

export interface Attribution {
  /** '' when nobody could be named. */
  readonly unit: string;
  readonly accepted: boolean;
  readonly evidence: readonly Evidence[];
  /** Chinese: why accepted, or why held. */
  readonly reason: string;
}

/** A table with the file it came from. */
export interface SourcedTable {
  readonly path: string;
  readonly file: string;
  readonly sha256: string;
  readonly table: ReadTable;
}

/** 一次报送: one form, one unit, one message; several sheets or files of it add up. */
export interface Submission {
  /** Stable: derived from message, form and unit. */
  readonly id: string;
  readonly message: string;
  readonly eml: string;
  readonly receivedAt: string;
  readonly sequence: number;
  readonly form: string;
  readonly unit: string;
  readonly attribution: Attribution;
  readonly late: boolean;
  readonly tables: readonly SourcedTable[];
  /** full: a table of the unit · patch: rows added or corrected · withdrawal: rows taken back · copy: a hospital's own mail. */
  readonly kind: 'full' | 'patch' | 'withdrawal' | 'copy' | 'repeat';
  readonly state: 'accepted' | 'superseded' | 'held' | 'reverted';
  /** Chinese. */
  readonly reason: string;
  /** What taking it did to the register, by row label. */
  readonly preview: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
    readonly same: number;
  };
}
