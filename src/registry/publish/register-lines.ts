import type { Form } from '../../forms/form.ts';
import { hasPersonalNumber, maskPersonalNumbers } from '../../rules/codes/mask.ts';
import { joinPieces, type TextSection } from '../../sheet/join-pieces.ts';
import type { KeptPieces, PiecedFile } from '../../sheet/piece.ts';
import { fingerprint } from '../fingerprint.ts';
import type { RegisterRow, RowSource } from '../register.ts';
import type { Edition } from './edition.ts';
import { laidRuns } from './laid-runs.ts';
import { layRegister } from './lay-register.ts';

/** One row of the register as a line of register.jsonl. Keys are stable; a new key raises `v`. */
export interface RegisterLine {
  readonly v: 1;
  readonly form: string;
  /** The row's id; a hash of it where it holds a citizen's number. */
  readonly id: string;
  /** Position in the province workbook, from 1. */
  readonly number: number;
  readonly unit: string;
  readonly unitName: string;
  /** Value of the form's label column. */
  readonly name: string;
  /** Values by column key, as the register holds them and a deliverable may show them. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was read, by column key, only where it differs. Citizens' numbers are masked. */
  readonly read: Readonly<Record<string, string>>;
  /** Decisions that changed a value, by column key. */
  readonly decided: Readonly<Record<string, string>>;
  readonly source: RowSource;
  readonly copies: readonly RowSource[];
}

/**
 * All registers as register.jsonl: a line a row, form by form, in the order of the province workbooks. Lines of units that
 * are unchanged are taken from the version before.
 */
export function writeRegister(edition: Edition, kept: KeptPieces): PiecedFile {
  return joinPieces('', registerSections(edition), kept);
}

function registerSections(edition: Edition): TextSection[] {
  return edition.forms.flatMap((form) =>
    laidRuns({ ...layRegister(form, edition), file: 'register.jsonl' }, edition).map(
      ({ key, start, rows, edition: own }) => ({
        key,
        text: () => rows.map((row, index) => writeLine(toLine(form, row, start + index + 1, own(row)))).join(''),
      }),
    ),
  );
}

function toLine(form: Form, row: RegisterRow, number: number, edition: Edition): RegisterLine {
  const fields: Record<string, string> = {};
  const read: Record<string, string> = {};
  for (const column of form.columns) {
    if (column.key === form.sequenceColumn) continue;
    const shown = edition.show(form, { ...column, show: 'value' }, row).text;
    const raw = row.fields[column.key]?.raw ?? '';
    fields[column.key] = shown;
    if (raw !== shown) read[column.key] = maskPersonalNumbers(raw);
  }
  return {
    v: 1,
    form: form.form,
    id: hasPersonalNumber(row.id) ? fingerprint(row.id) : row.id,
    number,
    unit: row.unit,
    unitName: edition.unitOf(row.unit)?.short ?? row.unit,
    name: fields[form.label] ?? '',
    fields,
    read,
    decided: Object.fromEntries(row.decided.map((one) => [one.key, one.decision])),
    source: row.source,
    copies: row.copies,
  };
}

/** JSON Lines (UTF-8, one object a line, LF). */
function writeLine(line: RegisterLine): string {
  return `${JSON.stringify(line)}\n`;
}
