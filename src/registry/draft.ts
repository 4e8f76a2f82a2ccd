import type { Form } from '../forms/form.ts';
import type { WeighedAttribution } from './attribute-table.ts';
import type { MessageReading } from './reading.ts';
import type { SourcedTable } from './submission.ts';

/** A submission before it is known what it does to the register. */
export interface Draft {
  readonly id: string;
  readonly reading: MessageReading;
  readonly form: Form;
  /** '' when nobody could be named. */
  readonly unit: string;
  readonly attribution: WeighedAttribution;
  /** Hash over the attribution. */
  readonly attributed: string;
  readonly tables: readonly SourcedTable[];
  readonly late: boolean;
  /** Name of the hospital that writes for itself; '' otherwise. */
  readonly self: string;
  /** True when the sender is known to belong to the unit, or the clerk put the file there by hand. */
  readonly trusted: boolean;
  /** Set when a person declined it. */
  readonly declined?: string;
}
