import { beforeAll, describe, expect, it } from 'vitest';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { judgeProvince } from '../support/planted/judge-province.ts';
import { PLANTS, plantProvince } from '../support/planted/plant-province.ts';
import { type Score, scoreProvince } from '../support/planted/score-province.ts';

const SIZE = 45;
const EACH = 4;
const SEEDS = [2025];

describe('a province with planted mistakes', () => {
  const scores: Score[] = [];

  beforeAll(async () => {
    for (const seed of SEEDS) {
      const province = plantProvince(SICHUAN_UNITS, SIZE, EACH, seed);
      scores.push(scoreProvince(province, await judgeProvince(province)));
    }
    for (const score of scores) console.info(summary(score));
  });

  it('plants at least forty kinds', () => {
    expect(new Set(PLANTS.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  });

  it('every kind is found', () => {
    expect(scores.map(({ kindsFound }) => kindsFound)).toEqual(SEEDS.map(() => PLANTS.length));
  });

  it('recall of planted mistakes is at least 0.97', () => {
    expect(Math.min(...scores.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.97);
  });

  it('precision of errors and warnings is at least 0.97', () => {
    expect(Math.min(...scores.map(({ precision }) => precision))).toBeGreaterThanOrEqual(0.97);
  });
});

function summary({ recall, precision, kindsFound, missed, falseAlarms }: Score): string {
  const lines = [
    ...missed.map(
      ({ error, told }) => `  missed ${error.kind} at row ${error.at.row} of ${error.at.unit}, told: ${told.join(' ')}`,
    ),
    ...falseAlarms
      .slice(0, 40)
      .map(({ code, unit, place, seen }) => `  false alarm ${code} at ${place.cell ?? '-'} of ${unit ?? ''}: ${seen}`),
  ];
  return [
    `planted: ${kindsFound} kinds found, recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}`,
    ...lines,
  ].join('\n');
}
