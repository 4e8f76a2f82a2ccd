import type { Fields } from '../rules/field.ts';
import type { Place } from '../rules/finding.ts';
import { type LiveRow, labelOf } from './live-row.ts';
import type { DecidedValue } from './register.ts';
import type { ReportingUnit } from './unit.ts';

/** A row as the judge sees it: what was read, with decided values in place. */
export interface RowCase {
  /** Id in the register; '' for a row that stands behind another. */
  readonly id: string;
  readonly live: LiveRow;
  readonly unit: ReportingUnit;
  readonly fields: Fields;
  readonly decided: readonly DecidedValue[];
}

/** Place of a row, or of the column `key` of it. */
export function placeOf({ live }: Pick<RowCase, 'live'>, key: string): Place {
  const { reading, form } = live.draft;
  const column = form.columns.find((one) => one.key === key);
  const cell = live.read.fields[key]?.cell ?? '';
  return {
    message: reading.message,
    ...(reading.eml === '' ? {} : { eml: reading.eml }),
    file: live.sourced.file,
    path: live.sourced.path,
    sheet: live.sourced.table.sheet,
    row: live.read.row,
    ...(cell === '' ? {} : { cell }),
    ...(column ? { column: column.header.replaceAll('\n', ''), key } : {}),
  };
}

/** Name and first identity of a row, for findings. */
export function whoOf({ live, fields }: RowCase): { readonly name: string; readonly uscc?: string } {
  const [first = ''] = live.draft.form.identity;
  const code = fields[first]?.value ?? '';
  const isCode = live.draft.form.columns.some((column) => column.key === first && column.kind === 'code');
  return isCode && code !== '' ? { name: labelOf(live), uscc: code } : { name: labelOf(live) };
}
