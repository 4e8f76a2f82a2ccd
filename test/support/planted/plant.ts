import type { Random } from '../codes.ts';
import type { PlantedRow, PlantUnit, Stock } from './invent-hospitals.ts';

/** What a kind of mistake may look at when it spoils a row. */
export interface PlantTools {
  readonly random: Random;
  readonly stock: Stock;
  readonly unit: PlantUnit;
  /** A sound row of the same unit that stays as it is, above the one that is spoilt. */
  readonly other: PlantedRow;
  /** A sound row of another unit. */
  readonly far: PlantedRow;
}

/** One way in which people spoil a row. */
export interface Plant {
  readonly kind: string;
  /** Column in which the mistake stands. */
  readonly key: string;
  /** Any of these codes at the cell tells it. */
  readonly codes: readonly string[];
  /** Other columns of the row where a colleague would see the same mistake. */
  readonly also?: readonly string[];
  /** The mistake may be told at the row `other` as well: the two contradict each other. */
  readonly both?: 'unit' | 'province';
  /** The changed columns; undefined where the row does not lend itself to it. */
  spoil(row: Readonly<PlantedRow>, tools: PlantTools): Partial<PlantedRow> | undefined;
}

/** A column replaced by a fixed text. */
export function typed(
  kind: string,
  key: string,
  text: string,
  codes: readonly string[],
  also: readonly string[] = [],
): Plant {
  return { kind, key, codes, also, spoil: () => ({ [key]: text }) };
}

/** A column changed by a function of its text; undefined leaves the row to another mistake. */
export function changed(
  kind: string,
  key: string,
  codes: readonly string[],
  change: (text: string, row: Readonly<PlantedRow>, tools: PlantTools) => string | number | undefined,
  also: readonly string[] = [],
): Plant {
  return {
    kind,
    key,
    codes,
    also,
    spoil(row, tools) {
      const to = change(String(row[key] ?? ''), row, tools);
      return to === undefined || to === row[key] ? undefined : { [key]: to };
    },
  };
}

export function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

/** Swaps a character with its right neighbour; undefined when they are equal. */
export function swapAt(text: string, index: number): string | undefined {
  const [one, two] = [text.charAt(index), text.charAt(index + 1)];
  return one === two || two === '' ? undefined : text.slice(0, index) + two + one + text.slice(index + 2);
}

export function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
