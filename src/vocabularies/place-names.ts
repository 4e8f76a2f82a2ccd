import { divisionsUnder } from './divisions.ts';
import { plainDivisionName } from './plain-division-name.ts';

const LONGEST = 20;

let names: ReadonlySet<string> | undefined;

function placeNames(): ReadonlySet<string> {
  if (names) return names;
  const full = divisionsUnder('').map(({ name }) => name);
  const short = full
    .filter((name) => name.length > 2)
    .map((name) => name.replace(/(?:省|市|区|县|自治州|地区|盟)$/, ''));
  const plain = full.flatMap((name) => plainDivisionName(name) ?? []);
  const bare = plain.map((name) => name.slice(0, -1)).filter((name) => name.length > 1);
  names = new Set([...full, ...short, ...plain, ...bare]);
  return names;
}

/** True when a text is nothing but the name of a division, full or short: 成都市, 成都, 四川省成都市, 成都市锦江区. */
export function isPlaceName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const known = placeNames();
  if (known.has(text)) return true;
  for (let cut = 2; cut < text.length - 1; cut += 1) {
    if (known.has(text.slice(0, cut)) && isPlaceName(text.slice(cut))) return true;
  }
  return false;
}
