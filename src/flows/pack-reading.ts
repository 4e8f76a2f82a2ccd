import { deflateSync, inflateSync } from 'node:zlib';
import type { FileReading } from '../registry/reading.ts';
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
/** What the tables of one template have in common. */
interface Layout {
  readonly columns: ReadTable['columns'];
  /** Columns of which rows have a field. */
  readonly keys: readonly string[];
}
/** By file and table. */
type Layouts = readonly (readonly Layout[])[];
type TableHead = Omit<ReadTable, 'rows' | 'columns'>;
type FileHead = Omit<FileReading, 'tables'> & { readonly tables: readonly TableHead[] };
type PackedHead = Omit<BareReading, 'text' | 'files'> & { readonly files: readonly FileHead[] };

const NO_REPAIRS: readonly Repair[] = [];

/** The large part of a reading: the letter, and by file and table the rows. */
interface Body {
  readonly text: string;
  readonly rows: readonly (readonly PackedRow[])[][];
}

/** Another number whenever the bytes are laid out in another way: what an older program kept is then read anew. */
export const PACKED_AS = 5;

/** Bytes before the head: its length and that of the layouts (uint32, little endian). */
const PREFIX = 8;

/**
 * Bytes of a reading for the ledger's derived table: a head that tells what is in it, as it is, the layouts of its tables, which
 * are the same in most readings, and behind them the letter and the rows, most of them plain text cells, deflated where that
 * saves something.
 */
export function packReading(reading: BareReading): Uint8Array {
  const { text, ...others } = reading;
  const tables = reading.files.map((file) => file.tables.map(packTable));
  const files = reading.files.map((file, at) => ({ ...file, tables: (tables[at] ?? []).map(({ head }) => head) }));
  const head = Buffer.from(JSON.stringify({ ...others, files }));
  const body: Body = { text, rows: tables.map((own) => own.map(({ rows }) => rows)) };
  const layouts = Buffer.from(JSON.stringify(tables.map((own) => own.map(({ layout }) => layout)) satisfies Layouts));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(head.length);
  prefix.writeUInt32LE(layouts.length, 4);
  return Buffer.concat([prefix, head, layouts, packBody(Buffer.from(JSON.stringify(body)))]);
}

/**
 * The same reading again, with what the ledger knows of the message beside it. The letter and the rows are unpacked when one
 * of them is first asked for: of a large campaign most are not needed. A copy made by spreading has neither.
 */
export function unpackReading<Beside extends object>(bytes: Uint8Array, beside: Beside): BareReading & Beside {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const headEnd = PREFIX + packed.readUInt32LE();
  const end = headEnd + packed.readUInt32LE(4);
  const head = JSON.parse(packed.toString('utf8', PREFIX, headEnd)) as PackedHead;
  const layouts = sharedLayouts(packed.toString('utf8', headEnd, end));
  const kept = new KeptBody(packed.subarray(end));
  const files = head.files.map((file, fileAt) =>
    Object.assign(file, {
      tables: file.tables.map((table, at) => openTable(table, layouts[fileAt]?.[at], () => kept.takeRows(fileAt, at))),
    }),
  );
  return Object.assign(kept, head, beside, { files });
}

/** The letter of a reading and its rows: classes, for an object with a getter of its own costs a hundred times as much. */
class KeptBody {
  readonly #bytes: Buffer;
  #body: Body | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get text(): string {
    return this.#unpacked().text;
  }

  /** Rows as they are kept; whoever takes them has them alone. */
  takeRows(file: number, table: number): readonly PackedRow[] {
    return this.#unpacked().rows[file]?.splice(table, 1, [])[0] ?? [];
  }

  #unpacked(): Body {
    this.#body ??= JSON.parse(unpackBody(this.#bytes).toString('utf8')) as Body;
    return this.#body;
  }
}

class KeptRows {
  readonly #unpack: () => readonly ReadRow[];
  #rows: readonly ReadRow[] | undefined;

  constructor(unpack: () => readonly ReadRow[]) {
    this.#unpack = unpack;
  }

  get rows(): readonly ReadRow[] {
    this.#rows ??= this.#unpack();
    return this.#rows;
  }
}

/** A body shorter than this is kept as it is: to deflate it takes longer than to write it. Bytes. */
const SHORT = 1024;
/** JSON of a body begins with a brace, which no deflated stream does. */
const BRACE = '{'.charCodeAt(0);

function packBody(json: Buffer): Buffer {
  return json.length < SHORT ? json : deflateSync(json, { level: 1 });
}

function unpackBody(bytes: Buffer): Buffer {
  return bytes[0] === BRACE ? bytes : inflateSync(bytes);
}

function packTable(table: ReadTable): {
  readonly head: TableHead;
  readonly layout: Layout;
  readonly rows: readonly PackedRow[];
} {
  const { rows, columns, ...others } = table;
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row.fields)))];
  const letters = lettersByKey(table, keys);
  return {
    head: others,
    layout: { columns, keys },
    rows: rows.map(
      (row): PackedRow => [
        row.row,
        row.hidden ? 1 : 0,
        ...keys.map((key) => packField(row.fields[key], addressOf(letters.get(key), row.row))),
      ],
    ),
  };
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

function openTable(head: TableHead, layout: Layout | undefined, packed: () => readonly PackedRow[]): ReadTable {
  if (!layout) throw new Error('a table of a kept reading has no layout; run rebuild');
  const { columns, keys } = layout;
  const table = Object.assign(head, { columns });
  return Object.assign(new KeptRows(() => unpackRows(table, keys, packed())), table);
}

function unpackRows(
  table: Omit<ReadTable, 'rows'>,
  keys: readonly string[],
  rows: readonly PackedRow[],
): readonly ReadRow[] {
  const letters = lettersByKey(table, keys);
  return rows.map(([row, hidden, ...fields]): ReadRow => {
    const unpacked: Record<string, Field> = {};
    for (const [index, key] of keys.entries()) {
      const field = fields[index];
      if (field !== null && field !== undefined)
        unpacked[key] = unpackField(field, () => addressOf(letters.get(key), row));
    }
    return { row, hidden: hidden === 1, fields: unpacked satisfies Fields };
  });
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

/** The same layouts for all readings in which they are the same: parsed once. */
function sharedLayouts(json: string): Layouts {
  const known = LAYOUTS.get(json);
  if (known) return known;
  const layouts = JSON.parse(json) as Layouts;
  if (LAYOUTS.size < MOST_LAYOUTS) LAYOUTS.set(json, layouts);
  return layouts;
}

const LAYOUTS = new Map<string, Layouts>();
const MOST_LAYOUTS = 1000;

const SHARED = new Map<string, string>();
const LONGEST_SHARED = 12;
const MOST_SHARED = 50_000;
