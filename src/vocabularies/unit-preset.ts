/** A reporting unit as a preset knows it: all but its addresses. */
export interface UnitPreset {
  /** Position in the official order, from 1. */
  readonly order: number;
  /** Six-digit division code; units without one have a code of letters that never changes. */
  readonly code: string;
  /** Official name: 成都市卫生健康委员会. */
  readonly name: string;
  /** How it is called in lists and texts: 成都市. */
  readonly short: string;
  readonly aliases: readonly string[];
  /** Prefixes (2, 4 or 6 digits) of the divisions it reports for; [] when no division is its own. */
  readonly divisions: readonly string[];
  /** `area` reports for its hospitals; `hospitals` is a group of hospitals that mail by themselves. */
  readonly kind: 'area' | 'hospitals';
}

const OFFICES = ['卫生健康委', '卫健委', '卫生健康局', '卫健局'];

/** A health commission of a prefecture; `province` is the name that people put in front (四川省). */
export function areaUnit(
  order: number,
  code: string,
  area: string,
  short: string,
  aliases: readonly string[],
  province: string,
): UnitPreset {
  const names = [...new Set([area, short])];
  const offices = names.flatMap((name) => OFFICES.map((office) => name + office));
  const inProvince = names.map((name) => province + name);
  const others = [...aliases, ...names.filter((name) => name !== short), ...offices, ...inProvince];
  return {
    order,
    code,
    name: `${area}卫生健康委员会`,
    short,
    aliases: [...new Set(others)],
    divisions: [code.replace(/(00)+$/, '')],
    kind: 'area',
  };
}
