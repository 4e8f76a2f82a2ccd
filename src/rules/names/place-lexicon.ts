import { divisionsUnder, retiredDivisions } from '../../vocabularies/divisions.ts';
import { plainDivisionName } from '../../vocabularies/plain-division-name.ts';

/** Division codes by the names that stand in front of an institution's name. */
export interface PlaceLexicon {
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Length of the longest name by its first character. */
  readonly longest: ReadonlyMap<string, number>;
}

const SHORTEST = 2;

const LEXICONS = new Map<string, PlaceLexicon>();

function bareName(name: string): string | undefined {
  const bare = (plainDivisionName(name) ?? name).replace(/(?:省|市|区|县|州|地区|盟)$/u, '');
  return bare.length >= SHORTEST && bare !== name ? bare : undefined;
}

function build(province: string): PlaceLexicon {
  const codes = new Map<string, string[]>();
  const add = (name: string | undefined, code: string): void => {
    if (name === undefined) return;
    const known = codes.get(name);
    if (!known) codes.set(name, [code]);
    else if (!known.includes(code)) known.push(code);
  };
  for (const { code, name } of divisionsUnder('')) {
    if (/市辖区|直辖|^县$/.test(name)) continue;
    add(name, code);
    add(plainDivisionName(name), code);
    // Bare names of counties elsewhere (新华, 和平, 长安) are too often part of a hospital's own name.
    if (code.endsWith('00') || (province !== '' && code.startsWith(province))) add(bareName(name), code);
  }
  for (const retired of retiredDivisions()) {
    if (!codes.has(retired.name)) add(retired.name, retired.successor);
  }
  const longest = new Map<string, number>();
  for (const name of codes.keys()) {
    longest.set(name.charAt(0), Math.max(longest.get(name.charAt(0)) ?? 0, name.length));
  }
  return { codes, longest };
}

/** Places as they are written in names; `province` (two digits) adds its counties without 市, 区 or 县. */
export function placeLexicon(province: string): PlaceLexicon {
  const known = LEXICONS.get(province);
  if (known) return known;
  const built = build(province);
  LEXICONS.set(province, built);
  return built;
}

/** The longest place at the start of a text, with the codes it may mean. */
export function leadingPlace(
  text: string,
  lexicon: PlaceLexicon,
): { readonly name: string; readonly codes: readonly string[] } | undefined {
  for (
    let length = Math.min(lexicon.longest.get(text.charAt(0)) ?? 0, text.length - 1);
    length >= SHORTEST;
    length -= 1
  ) {
    const name = text.slice(0, length);
    const codes = lexicon.codes.get(name);
    if (codes) return { name, codes };
  }
  return undefined;
}
