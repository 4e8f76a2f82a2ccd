import { pick, type Random, seededRandom } from '../codes.ts';
import { CHOICE_PLANTS } from './choice-plants.ts';
import { CODE_PLANTS } from './code-plants.ts';
import { CONTACT_PLANTS } from './contact-plants.ts';
import { inventHospitals, type PlantedRow, type PlantUnit, type Stock } from './invent-hospitals.ts';
import { inventOddHospitals } from './odd-hospitals.ts';
import type { Plant } from './plant.ts';

export const PLANTS: readonly Plant[] = [...CODE_PLANTS, ...CHOICE_PLANTS, ...CONTACT_PLANTS];

/** A place in the tables: unit code, row on its sheet, column key. */
export interface Spot {
  readonly unit: string;
  readonly row: number;
  readonly key: string;
}

/** A mistake that was planted, where it has to be told and where else it may. */
export interface PlantedError {
  readonly kind: string;
  readonly codes: readonly string[];
  readonly at: Spot;
  readonly allowed: readonly Spot[];
}

export interface PlantedProvince {
  readonly units: readonly { readonly unit: PlantUnit; readonly rows: readonly PlantedRow[] }[];
  readonly errors: readonly PlantedError[];
}

export const FIRST_ROW = 5;
const TRIES = 400;

/** A province of sound hospitals with `each` mistakes of every kind, one in a row at most; the same for the same seed. */
export function plantProvince(units: readonly PlantUnit[], size: number, each: number, seed: number): PlantedProvince {
  const random = seededRandom(seed);
  const stock: Stock = { next: 0, names: new Set() };
  const tables = units.map((unit) => tableOf(unit, inventHospitals(unit, size, random, stock), random, stock));
  const errors: PlantedError[] = [];
  for (let round = 0; round < each; round += 1) {
    for (const plant of PLANTS) errors.push(plantOne(plant, tables, random, stock));
  }
  return { units: tables, errors };
}

interface Table {
  readonly unit: PlantUnit;
  readonly rows: PlantedRow[];
  readonly taken: Set<number>;
}

/** Odd rows stand below the sound ones and stay as they are. */
function tableOf(unit: PlantUnit, sound: readonly PlantedRow[], random: Random, stock: Stock): Table {
  const odd = inventOddHospitals(unit, sound[0] ?? {}, random, stock);
  const rows = [...sound, ...odd].map((row, index) => ({ ...row, sequence: String(index + 1) }));
  return { unit, rows, taken: new Set(odd.map((_, index) => sound.length + index)) };
}

function plantOne(plant: Plant, tables: readonly Table[], random: Random, stock: Stock): PlantedError {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const table = pick(random, tables);
    const index = 1 + Math.floor(random() * (table.rows.length - 1));
    const above = Math.floor(random() * index);
    const far = pick(random, tables);
    const away = Math.floor(random() * far.rows.length);
    if (table.taken.has(index) || table.taken.has(above) || far === table || far.taken.has(away)) continue;
    const [row, other, distant] = [table.rows[index], table.rows[above], far.rows[away]];
    if (!row || !other || !distant) continue;
    const changes = plant.spoil(row, { random, stock, unit: table.unit, other, far: distant });
    if (!changes) continue;
    for (const [key, value] of Object.entries(changes)) if (value !== undefined) row[key] = value;
    table.taken.add(index);
    const partners: (readonly [Table, number])[] =
      plant.both === 'unit' ? [[table, above]] : plant.both === 'province' ? [[far, away]] : [];
    for (const [partner, at] of partners) partner.taken.add(at);
    const keys = [plant.key, ...(plant.also ?? [])];
    const spots = [[table, index] as const, ...partners].flatMap(([one, at]) =>
      keys.map((key) => ({ unit: one.unit.code, row: at + FIRST_ROW, key })),
    );
    return {
      kind: plant.kind,
      codes: plant.codes,
      at: { unit: table.unit.code, row: index + FIRST_ROW, key: plant.key },
      allowed: spots,
    };
  }
  throw new Error(`no row for ${plant.kind}`);
}
