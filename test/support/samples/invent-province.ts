import {
  makeMobile,
  makeOrganizationCode,
  makeRegistrationNumber,
  makeUscc,
  pick,
  type Random,
  seededRandom,
} from '../codes.ts';

/** An invented hospital as a row of 附件2; keys as in the form. */
export interface Hospital {
  prefecture: string;
  name: string;
  organizationCode: string;
  uscc: string;
  registrationNumber: string;
  medicineKind: string;
  category: string;
  level: string;
  grade: string;
  dataManagerName: string;
  dataManagerPhone: string;
  dataManagerEmail: string;
}

/** An invented person of 附件3. */
export interface Liaison {
  prefecture: string;
  name: string;
  organization: string;
  position: string;
  phone: string;
  email: string;
}

/** A unit of the sample province with all it will report. */
export interface SampleUnit {
  readonly code: string;
  readonly short: string;
  readonly email: string;
  readonly hospitals: Hospital[];
  readonly liaison: Liaison;
}

/** Units whose hospitals lie in the city of another. */
const CITY_OF: Readonly<Record<string, string>> = {
  科学城: '绵阳市',
  国家委在川医疗机构: '成都市',
  委直属医疗机构: '成都市',
};
const FULL_NAMES: Readonly<Record<string, string>> = {
  阿坝州: '阿坝藏族羌族自治州',
  甘孜州: '甘孜藏族自治州',
  凉山州: '凉山彝族自治州',
};
const SIZES: Readonly<Record<string, number>> = { 成都市: 9, 科学城: 1, 国家委在川医疗机构: 3, 委直属医疗机构: 3 };

/** Invented words only: no hospital of these names is meant. */
const PLACE_WORDS = [
  ...['霁溪', '岚舟', '砚秋', '禾澜', '澄屿', '栖霁', '松澜', '云砚'],
  ...['芷汀', '淳岚', '榆澄', '昀禾', '沁屿', '汀芷', '屿秋', '澜舟'],
];
const KINDS = [
  { type: '人民医院', category: 'A100', categoryName: '综合医院', medicineKind: '西医' },
  { type: '中医医院', category: 'A210', categoryName: '中医（综合）医院', medicineKind: '中医' },
  { type: '妇幼保健院', category: 'G100', categoryName: '妇幼保健院', medicineKind: '西医' },
  { type: '骨科医院', category: 'A526', categoryName: '骨科医院', medicineKind: '西医' },
  { type: '口腔医院', category: 'A511', categoryName: '口腔医院', medicineKind: '西医' },
  { type: '眼科医院', category: 'A512', categoryName: '眼科医院', medicineKind: '西医' },
  { type: '精神病医院', category: 'A520', categoryName: '精神病医院', medicineKind: '西医' },
  { type: '康复医院', category: 'A527', categoryName: '康复医院', medicineKind: '西医' },
] as const;
const SURNAMES = ['罗', '邓', '唐', '冉', '蒲', '贾', '敬', '何', '青', '苟', '向', '税', '雍', '代', '鲜', '母'];
const GIVEN = [
  ...['知遥', '砚清', '予安', '若川', '景澄', '书瑶', '云舒'],
  ...['明澈', '怀瑾', '听澜', '望舒', '静姝', '一诺', '成蹊'],
];
const MINORITY = ['泽仁卓玛', '阿苦·尔布', '扎西多吉', '吉克木乃'];

/** City of a unit's hospitals as it stands in the form. */
export function prefectureName(short: string): string {
  const city = CITY_OF[short] ?? short;
  return FULL_NAMES[city] ?? city;
}

/** The whole sample province: the same for the same seed. */
export function inventProvince(
  units: readonly { readonly code: string; readonly short: string }[],
  seed = 2025,
): SampleUnit[] {
  const random = seededRandom(seed);
  return units.map((unit, index) => {
    const size = SIZES[unit.short] ?? 4 + (index % 4);
    const division = /^\d{6}$/.test(unit.code) ? unit.code : unit.short === '科学城' ? '510700' : '510100';
    const place = { unit: unit.short, division, index, prefecture: prefectureName(unit.short) };
    // Units that lie in the city of another invent other names than it.
    const first = (index * 5 + (CITY_OF[unit.short] === undefined ? 0 : 7)) % PLACE_WORDS.length;
    const hospitals = Array.from({ length: size }, (_, n) =>
      inventHospital(random, { ...place, n, word: PLACE_WORDS[(first + n) % PLACE_WORDS.length] ?? '澄澜' }),
    );
    const reporter = CITY_OF[unit.short] === undefined ? place.prefecture : unit.short;
    return {
      code: unit.code,
      short: unit.short,
      email: `wjw-${String(index + 1).padStart(2, '0')}@weijian.test`,
      hospitals,
      liaison: {
        prefecture: reporter,
        name: inventName(random, unit.short),
        organization: CITY_OF[unit.short] === undefined ? `${reporter}卫生健康委员会` : reporter,
        position: pick(random, ['医政科科长', '医政医管科副科长', '规划信息科科长', '一级主任科员']),
        phone: makeMobile(random),
        email: `lianluo-${String(index + 1).padStart(2, '0')}@weijian.test`,
      },
    };
  });
}

function inventHospital(
  random: Random,
  place: { unit: string; prefecture: string; division: string; word: string; n: number; index: number },
): Hospital {
  const kind = KINDS[place.n % KINDS.length] ?? KINDS[0];
  const organizationCode = makeOrganizationCode(random);
  const city = place.prefecture.replace(/(藏族羌族|藏族|彝族)自治/, '');
  return {
    prefecture: place.prefecture,
    name: `${city}${place.word}${kind.type}`,
    organizationCode,
    uscc: makeUscc(random, { organizationCode, division: place.division }),
    registrationNumber: makeRegistrationNumber({ organizationCode, division: place.division, category: kind.category }),
    medicineKind: kind.medicineKind,
    category: place.n % 2 === 0 ? kind.category : kind.categoryName,
    level: place.n % 3 === 0 ? '三级' : '二级',
    grade: pick(random, ['甲等', '乙等', '未定等']),
    dataManagerName: inventName(random, place.unit),
    dataManagerPhone: makeMobile(random),
    dataManagerEmail: `sj-${String(place.index + 1).padStart(2, '0')}-${place.n + 1}@yiyuan.test`,
  };
}

function inventName(random: Random, unit: string): string {
  if (FULL_NAMES[unit] !== undefined && random() < 0.5) return pick(random, MINORITY);
  return pick(random, SURNAMES) + pick(random, GIVEN);
}
