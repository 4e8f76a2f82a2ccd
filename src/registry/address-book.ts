import type { Grid } from '../sheet/grid.ts';
import { fold } from '../text/fold.ts';
import { toHalfWidth } from '../text/to-half-width.ts';
import type { ReportingUnit } from './unit.ts';

/** One line of an address book file; absent columns are undefined. */
export interface AddressBookLine {
  readonly row: number;
  readonly code?: string;
  readonly name?: string;
  readonly short?: string;
  readonly kind?: string;
  readonly emails?: readonly string[];
  readonly cc?: readonly string[];
  readonly contact?: string;
  readonly phone?: string;
  readonly aliases?: readonly string[];
  readonly divisions?: readonly string[];
}

const HEADERS: Readonly<Record<string, keyof AddressBookLine>> = {
  代码: 'code',
  单位代码: 'code',
  单位: 'name',
  单位名称: 'name',
  报送单位: 'name',
  简称: 'short',
  类型: 'kind',
  邮箱: 'emails',
  电子邮箱: 'emails',
  抄送: 'cc',
  联系人: 'contact',
  电话: 'phone',
  联系电话: 'phone',
  手机: 'phone',
  别名: 'aliases',
  行政区划代码: 'divisions',
};

const LISTS: ReadonlySet<keyof AddressBookLine> = new Set(['emails', 'cc', 'aliases', 'divisions']);

/** Parts a cell that holds several addresses or names: ; ； , ， 、 and line breaks. */
export function splitList(text: string): string[] {
  return text
    .split(/[;；,，、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads the lines of an address book sheet; undefined when no row holds the headers 单位 and 邮箱. */
export function readAddressBook(grid: Grid): AddressBookLine[] | undefined {
  const header = grid.rows.find((row) => {
    const seen = new Set(row.cells.map((cell) => HEADERS[fold(cell.text)]));
    return seen.has('emails') && (seen.has('name') || seen.has('short') || seen.has('code'));
  });
  if (!header) return undefined;
  const columns = new Map(header.cells.map((cell) => [cell.column, HEADERS[fold(cell.text)]]));
  const lines: AddressBookLine[] = [];
  for (const row of grid.rows) {
    if (row.number <= header.number) continue;
    const line: Record<string, unknown> = { row: row.number };
    for (const cell of row.cells) {
      const key = columns.get(cell.column);
      if (key === undefined) continue;
      const text = cell.text.trim();
      line[key] = LISTS.has(key)
        ? splitList(text).map((part) => (key === 'emails' || key === 'cc' ? cleanAddress(part) : part))
        : text;
    }
    if (Object.keys(line).length > 1) lines.push(line as unknown as AddressBookLine);
  }
  return lines;
}

/** Full-width signs and capitals are slips of the keyboard, not another address. */
function cleanAddress(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toLowerCase();
}

/** Puts the addresses of a file into a list of units, matched by code, name, short name or alias. */
export function fillAddressBook(
  units: readonly ReportingUnit[],
  lines: readonly AddressBookLine[],
): { readonly units: ReportingUnit[]; readonly unmatched: readonly AddressBookLine[] } {
  const filled = new Map(units.map((unit) => [unit.code, unit]));
  const unmatched: AddressBookLine[] = [];
  for (const line of lines) {
    const unit = findUnit(units, line);
    if (!unit) {
      unmatched.push(line);
      continue;
    }
    const before = filled.get(unit.code) ?? unit;
    filled.set(unit.code, {
      ...before,
      emails: [...new Set([...before.emails, ...(line.emails ?? [])])],
      cc: [...new Set([...before.cc, ...(line.cc ?? [])])],
      contact: line.contact ?? before.contact,
      phone: line.phone ?? before.phone,
    });
  }
  return { units: units.map((unit) => filled.get(unit.code) ?? unit), unmatched };
}

function findUnit(units: readonly ReportingUnit[], line: AddressBookLine): ReportingUnit | undefined {
  const byCode = units.find((unit) => line.code !== undefined && line.code !== '' && unit.code === line.code);
  if (byCode) return byCode;
  for (const word of [line.name, line.short]) {
    if (word === undefined || word === '') continue;
    const folded = fold(word);
    const found = units.find((unit) => [unit.name, unit.short, ...unit.aliases].some((name) => fold(name) === folded));
    if (found) return found;
  }
  return undefined;
}

/** Reads a complete list of units, as mingce writes it itself into units.xlsx. */
export function readUnits(lines: readonly AddressBookLine[]): ReportingUnit[] {
  return lines.map((line, index) => ({
    order: index + 1,
    code: line.code ?? line.short ?? line.name ?? String(index + 1),
    name: line.name ?? line.short ?? '',
    short: line.short ?? line.name ?? '',
    kind: line.kind?.includes('医院') ? 'hospitals' : 'area',
    aliases: line.aliases ?? [],
    divisions: line.divisions ?? [],
    emails: line.emails ?? [],
    cc: line.cc ?? [],
    contact: line.contact ?? '',
    phone: line.phone ?? '',
  }));
}
