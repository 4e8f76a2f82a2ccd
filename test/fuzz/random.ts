import { seededRandom } from '../support/codes.ts';

/** Choices that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below `limit`; 0 when there is none. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

/** The choices of one seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const below = (limit: number): number => Math.floor(next() * Math.max(1, limit));
  return {
    below,
    pick<T>(list: readonly T[]): T {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}
