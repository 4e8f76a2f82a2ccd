import type { Finding } from '../../../src/rules/finding.ts';
import type { PlantedError, PlantedProvince, Spot } from './plant-province.ts';

/** How well the findings match what was planted. */
export interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly kindsFound: number;
  /** Mistakes not told, with what was told at their cells instead. */
  readonly missed: readonly { readonly error: PlantedError; readonly told: readonly string[] }[];
  /** Findings of weight where nothing was planted. */
  readonly falseAlarms: readonly Finding[];
}

/** Recall over the planted errors; precision over all findings that are more than a notice. */
export function scoreProvince(province: PlantedProvince, findings: readonly Finding[]): Score {
  const told = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf({ unit: finding.unit ?? '', row: finding.place.row ?? 0, key: finding.place.key ?? '' });
    told.set(key, [...(told.get(key) ?? []), finding]);
  }
  const missed = province.errors.flatMap((error) => {
    const codes = (told.get(keyOf(error.at)) ?? []).map(({ code }) => code);
    return codes.some((code) => error.codes.includes(code)) ? [] : [{ error, told: codes }];
  });
  const unseen = new Set(missed.map(({ error }) => error));
  const allowed = new Set(province.errors.flatMap((error) => error.allowed.map(keyOf)));
  const weighty = findings.filter(({ severity }) => severity !== 'notice');
  const falseAlarms = weighty.filter(
    ({ unit, place }) => !allowed.has(keyOf({ unit: unit ?? '', row: place.row ?? 0, key: place.key ?? '' })),
  );
  return {
    recall: 1 - missed.length / province.errors.length,
    precision: 1 - falseAlarms.length / weighty.length,
    kindsFound: new Set(province.errors.filter((error) => !unseen.has(error)).map(({ kind }) => kind)).size,
    missed,
    falseAlarms,
  };
}

function keyOf({ unit, row, key }: Spot): string {
  return `${unit} ${row} ${key}`;
}
