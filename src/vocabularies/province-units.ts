import { divisionName, divisionsUnder } from './divisions.ts';
import { areaUnit, type UnitPreset } from './unit-preset.ts';

const MUNICIPALITIES: ReadonlySet<string> = new Set(['11', '12', '31', '50']);

/** Peoples in the names of autonomous prefectures. */
const PEOPLES =
  '土家族|苗族|藏族|羌族|彝族|白族|傣族|壮族|回族|侗族|布依族|哈尼族|傈僳族|景颇族|朝鲜族|蒙古族|蒙古|哈萨克|柯尔克孜';
const KIND_OF_DIVISION = new RegExp(`(?:${PEOPLES})*(?:自治州|地区|林区|盟|市|区|县)$`);

/** Drops the kind of division: 成都市 → 成都, 凉山彝族自治州 → 凉山. */
function bareName(name: string): string {
  const bare = name.replace(KIND_OF_DIVISION, '');
  return bare.length >= 2 ? bare : name;
}

function shortName(name: string): string {
  return name.endsWith('自治州') ? `${bareName(name)}州` : name;
}

/** Prefectures of a province; for a municipality, and for cities right under the province, the counties. */
function reportingDivisions(province: string): readonly { readonly code: string; readonly name: string }[] {
  const all = divisionsUnder(province).filter(({ code }) => code !== `${province}0000` && code[4] !== '7');
  if (MUNICIPALITIES.has(province)) return all.filter(({ code }) => !code.endsWith('00'));
  return all.filter(({ code }) => (code.endsWith('00') ? code[2] !== '9' : code[2] === '9'));
}

/**
 * Reporting units of any province by the national division table: `province` is its two-digit code (42 = 湖北省).
 * Empty for a code that does not exist.
 */
export function provinceUnits(province: string): readonly UnitPreset[] {
  const name = divisionName(`${province}0000`) ?? '';
  return reportingDivisions(province).map((division, index) => {
    const short = shortName(division.name);
    const bare = bareName(division.name);
    return areaUnit(index + 1, division.code, division.name, short, bare === short ? [] : [bare], name);
  });
}

/** Two-digit code of a province by its name, full or short: 湖北 and 湖北省 → 42; undefined when unknown. */
export function provinceCode(name: string): string | undefined {
  const all = divisionsUnder('').filter(({ code }) => code.endsWith('0000'));
  const found = all.find((entry) => entry.name === name) ?? all.find((entry) => provinceShort(entry.name) === name);
  return found?.code.slice(0, 2);
}

function provinceShort(name: string): string {
  return name.replace(/(?:壮族|回族|维吾尔)?(?:自治区|省|市)$/, '');
}
