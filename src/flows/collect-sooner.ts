import { setFlagsFromString } from 'node:v8';

/**
 * From now on the heap may grow by 60 % before it is gone through, not by about the double: with a hundred thousand rows what
 * is thrown away would take more room than what is kept. Costs 3 % of the time there, twice as much in a small campaign.
 */
export function collectSooner(): void {
  setFlagsFromString('--heap-growing-percent=60');
}
