import type { Stryker } from '@stryker-mutator/core';

/** One change of the code and what became of it. */
export type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

export interface Tally {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  /** Percent of the mutants that tests noticed; 100 without mutants. */
  readonly score: number;
}

/** Counts mutants by what became of them; those that do not load or are ignored count for nothing. */
export function tally(results: readonly MutantResult[]): Tally {
  const count = (status: MutantResult['status']): number => results.filter((one) => one.status === status).length;
  const [killed, timeout] = [count('Killed'), count('Timeout')];
  const [survived, noCoverage] = [count('Survived'), count('NoCoverage')];
  const all = killed + timeout + survived + noCoverage;
  return { killed, timeout, survived, noCoverage, score: all === 0 ? 100 : ((killed + timeout) / all) * 100 };
}

export function scoreLine(name: string, { killed, timeout, survived, noCoverage, score }: Tally): string {
  return `| ${name} | ${killed} | ${timeout} | ${survived} | ${noCoverage} | ${score.toFixed(1)} |`;
}
