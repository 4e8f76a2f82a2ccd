import { deflateSync, inflateSync } from 'node:zlib';
import type { Field, Fields, Repair, StoredAs } from '../rules/field.ts';
import type { ReadRow, ReadTable } from '../sheet/table.ts';
import { columnLetters } from '../text/column-letters.ts';
import type { BareReading } from './bare-reading.ts';

/**
 * A field in few characters: a plain text cell at its expected address is its text alone, a blank one 0,
 * an absent column null; everything else is written out.
 */
type PackedField = string | 0 | null | readonly [string, string, StoredAs, string | null, string, readonly Repair[]];
type PackedRow = readonly [row: number, hidden: 0 | 1, ...fields: PackedField[]];
interface PackedTable extends Omit<ReadTable, 'rows'> {
  readonly keys: readonly string[];
  readonly rows: readonly PackedRow[];
}

const NO_REPAIRS: readonly Repair[] = [];

/** Bytes of a reading for the ledger's derived table: most of a register is plain text cells. */
export function packReading(reading: BareReading): Uint8Array {
  const files = reading.files.map((file) => ({ ...file, tables: file.tables.map(packTable) }));
  return deflateSync(JSON.stringify({ ...reading, files }), { level: 1 });
}

/** The same reading again. */
export function unpackReading(bytes: Uint8Array): BareReading {
  const packed = JSON.parse(inflateSync(bytes).toString('utf8')) as BareReading;
  const files = packed.files.map((file) => ({
    ...file,
    tables: (file.tables as unknown as readonly PackedTable[]).map(unpackTable),
  }));
  return { ...packed, files };
}

function packTable(table: ReadTable): PackedTable {
  const keys = [...new Set(table.rows.flatMap((row) => Object.keys(row.fields)))];
  const letters = lettersByKey(table, keys);
  const rows = table.rows.map(
    (row): PackedRow => [
      row.row,
      row.hidden ? 1 : 0,
      ...keys.map((key) => packField(row.fields[key], addressOf(letters.get(key), row.row))),
    ],
  );
  return { ...table, keys, rows };
}

function packField(field: Field | undefined, address: string): PackedField {
  if (!field) return null;
  const { value, raw, stored, format, cell, repairs } = field;
  if (cell === address && format === undefined && repairs.length === 0 && value === raw) {
    if (stored === 'text' && value !== '') return value;
    if (stored === 'blank' && value === '') return 0;
  }
  return [value, raw, stored, format ?? null, cell, repairs];
}

function unpackTable(packed: PackedTable): ReadTable {
  const { keys, rows, ...table } = packed;
  const letters = lettersByKey(table, keys);
  return {
    ...table,
    rows: rows.map(([row, hidden, ...fields]): ReadRow => {
      const unpacked: Record<string, Field> = {};
      for (const [index, key] of keys.entries()) {
        const field = fields[index];
        if (field !== null && field !== undefined)
          unpacked[key] = unpackField(field, () => addressOf(letters.get(key), row));
      }
      return { row, hidden: hidden === 1, fields: unpacked satisfies Fields };
    }),
  };
}

function unpackField(field: string | 0 | Exclude<PackedField, string | 0 | null>, address: () => string): Field {
  if (typeof field === 'string') {
    const text = shared(field);
    return { value: text, raw: text, stored: 'text', cell: address(), repairs: NO_REPAIRS };
  }
  if (field === 0) return { value: '', raw: '', stored: 'blank', cell: address(), repairs: NO_REPAIRS };
  const [value, raw, stored, format, cell, repairs] = field;
  // The same text twice is kept once.
  const plain = { value, raw: raw === value ? value : raw, stored, cell, repairs };
  return format === null ? plain : { ...plain, format };
}

/** Letters of the sheet column of each key; none for a transposed table, whose addresses are written out. */
function lettersByKey(table: Omit<ReadTable, 'rows'>, keys: readonly string[]): ReadonlyMap<string, string> {
  if (table.transposed) return new Map();
  const columns = new Map(table.columns.map((column) => [column.key, columnLetters(column.column)]));
  return new Map(keys.flatMap((key) => (columns.has(key) ? [[key, columns.get(key) ?? ''] as const] : [])));
}

function addressOf(letters: string | undefined, row: number): string {
  return letters === undefined ? '' : shared(letters + row);
}

/**
 * One string for a short text wherever it stands: 三级, 综合医院 and E12 come in every table of a large campaign, and
 * are kept once.
 */
function shared(text: string): string {
  if (text.length > LONGEST_SHARED) return text;
  const known = SHARED.get(text);
  if (known !== undefined) return known;
  if (SHARED.size < MOST_SHARED) SHARED.set(text, text);
  return text;
}

const SHARED = new Map<string, string>();
const LONGEST_SHARED = 12;
const MOST_SHARED = 50_000;
