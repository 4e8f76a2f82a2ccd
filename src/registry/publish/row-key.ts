import type { Finding } from '../../rules/finding.ts';
import type { RowSource } from '../register.ts';

/** Key of the place of a row: form, mail, file, sheet, row. Links a finding to the row it is about. */
export function rowKey(form: string, source: Pick<RowSource, 'message' | 'path' | 'file' | 'sheet' | 'row'>): string {
  return [form, source.message, source.path || source.file, source.sheet, source.row].join('\u0000');
}

/** The same key from a finding; undefined for a finding about a mail, a file or a whole sheet. */
export function rowKeyOfFinding({ form, place }: Finding): string | undefined {
  const { message, path, file, sheet, row } = place;
  if (form === undefined || message === undefined || row === undefined) return undefined;
  return rowKey(form, { message, path: path ?? '', file: file ?? '', sheet: sheet ?? '', row });
}
