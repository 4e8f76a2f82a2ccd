import type { Repair } from '../../rules/field.ts';

/** The text of a cell while it is cleaned, with the steps that changed it. */
export interface Draft {
  text: string;
  readonly repairs: Repair[];
}

/** Notes a cleaning step, if it changes anything. */
export function change(draft: Draft, kind: string, to: string): void {
  if (to === draft.text) return;
  draft.repairs.push({ kind, from: draft.text, to });
  draft.text = to;
}
