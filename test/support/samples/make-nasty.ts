import { SICHUAN_UNITS } from '../../../src/vocabularies/sichuan-units.ts';
import { inventProvince } from './invent-province.ts';
import { nastyCells } from './nasty-cells.ts';
import { nastyFiles } from './nasty-files.ts';
import { nastyStories } from './nasty-stories.ts';
import { nastyTables } from './nasty-tables.ts';
import type { Find, NastyReply } from './nasty-tools.ts';

/** One folder per nasty reply, without its expected result. */
export function makeNasty(): NastyReply[] {
  const units = inventProvince(SICHUAN_UNITS);
  const find: Find = (short) => {
    const unit = units.find((one) => one.short === short);
    if (!unit) throw new Error(`no unit ${short}`);
    return unit;
  };
  return [...nastyTables(find), ...nastyCells(find), ...nastyFiles(find), ...nastyStories(find)];
}
