import { divisionsUnder } from '../../../src/vocabularies/divisions.ts';
import {
  makeNewOrganizationCode,
  makeOrganizationCode,
  makeRegistrationNumber,
  makeUscc,
  pick,
  type Random,
} from '../codes.ts';

/** A row of 附件2 by column key; a number is stored as a number. */
export type PlantedRow = Record<string, string | number>;

/** A reporting unit as the generator needs it. */
export interface PlantUnit {
  readonly code: string;
  readonly short: string;
  readonly divisions: readonly string[];
}

interface Kind {
  readonly tail: string;
  readonly code: string;
  readonly written: readonly string[];
  readonly medicine: string;
}

const KINDS: readonly Kind[] = [
  { tail: '人民医院', code: 'A100', written: ['综合医院', 'A100', 'A100 综合医院'], medicine: '西医' },
  { tail: '第二人民医院', code: 'A100', written: ['综合医院'], medicine: '西医' },
  { tail: '第三人民医院', code: 'A100', written: ['A100'], medicine: '西医' },
  { tail: '中心医院', code: 'A100', written: ['综合医院'], medicine: '西医' },
  { tail: '中医医院', code: 'A210', written: ['A210', '中医（综合）医院', '中医(综合)医院'], medicine: '中医' },
  { tail: '妇幼保健院', code: 'G100', written: ['妇幼保健院', 'G100'], medicine: '西医' },
  { tail: '精神卫生中心', code: 'A520', written: ['精神病医院', 'A520'], medicine: '西医' },
  { tail: '口腔医院', code: 'A511', written: ['口腔医院'], medicine: '西医' },
  { tail: '骨科医院', code: 'A526', written: ['骨科医院', 'A526'], medicine: '西医' },
  { tail: '康复医院', code: 'A527', written: ['康复医院'], medicine: '西医' },
  { tail: '肛肠医院', code: 'A221', written: ['肛肠医院', 'A221'], medicine: '中医' },
];
const WORDS = '霁溪 岚舟 砚秋 禾澜 澄屿 栖霁 松澜 云砚 芷汀 淳岚 榆澄 昀禾 沁屿 汀芷'.split(' ');
const SURNAMES = '罗 邓 唐 冉 蒲 贾 敬 何 青 苟 向 税 雍 代 鲜 母 欧阳 司马'.split(' ');
const GIVEN = '知遥 砚清 予安 若川 景澄 书瑶 舒 明澈 瑾 听澜 望舒 静姝 成蹊 长江 主恩 科'.split(' ');
const PEOPLES = ['泽仁卓玛', '阿苦·尔布', '扎西多吉', '吉克木乃', '尔古阿木', '仁青·巴桑次仁', '俄木子布'];
const HOSTS = '163.com qq.com 126.com 139.com sina.com vip.163.com foxmail.com ljyy.cn xkyy.gov.cn'.split(' ');
const SEGMENTS = ['130', '135', '139', '147', '151', '158', '166', '173', '177', '181', '189', '191', '199'];

/** Numbers that no two rows of the province share. */
export interface Stock {
  next: number;
  readonly names: Set<string>;
}

/** A number that is no pattern: digits of a counter, stirred. */
export function freshMobile(random: Random, stock: Stock): string {
  stock.next += 1;
  const tail = String((stock.next * 7_919_113 + 20_471_963) % 100_000_000).padStart(8, '0');
  return pick(random, SEGMENTS) + tail;
}

function freshMailbox(random: Random, stock: Stock, host = pick(random, HOSTS)): string {
  const name =
    host === 'qq.com'
      ? String(200_000_000 + stock.next * 7331)
      : `${pick(random, ['luo', 'xxk', 'bas', 'yiwu'])}${stock.next}`;
  return `${name}@${host}`;
}

export function freshPerson(random: Random, unit: string): string {
  return unit.endsWith('州') && random() < 0.5 ? pick(random, PEOPLES) : pick(random, SURNAMES) + pick(random, GIVEN);
}

/** The hospitals of one unit, all right: rows that a colleague would let pass without a word. */
export function inventHospitals(unit: PlantUnit, size: number, random: Random, stock: Stock): PlantedRow[] {
  const prefix = unit.divisions[0] ?? (unit.short === '科学城' ? '5107' : '5101');
  const counties = divisionsUnder(prefix.slice(0, 4)).filter(
    ({ code, name }) => !code.endsWith('00') && !/市辖区|开发区|高新|经开/.test(name),
  );
  const city = divisionsUnder(prefix.slice(0, 4)).find(({ code }) => code.endsWith('00'));
  const rows = Array.from({ length: size }, (_, index) => {
    const place = counties[index % counties.length] ?? { code: `${prefix.slice(0, 4)}00`, name: unit.short };
    const own = index >= counties.length * KINDS.length || unit.divisions.length === 0;
    const kind = (own ? undefined : KINDS[Math.floor(index / counties.length)]) ?? pick(random, KINDS);
    return inventHospital({ unit, place, cityName: city?.name ?? unit.short, own, kind }, random, stock);
  });
  return rows.map((row, index) => ({ sequence: String(index + 1), ...row }));
}

function inventHospital(
  about: {
    unit: PlantUnit;
    place: { code: string; name: string };
    cityName: string;
    own: boolean;
    kind: Kind;
  },
  random: Random,
  stock: Stock,
): PlantedRow {
  const { unit, place, kind } = about;
  const company = random() < 0.2;
  const organizationCode = company ? makeNewOrganizationCode(random) : makeOrganizationCode(random);
  const prefixOf = company ? pick(random, ['91', '52']) : '12';
  const short = about.cityName.replace(/(?:藏族羌族|藏族|彝族)自治/, '');
  const name = inventName(about, short, company, random, stock);
  const three = random() < 0.3;
  return {
    prefecture: unit.divisions.length === 0 ? about.cityName : pick(random, [about.cityName, short]),
    name,
    organizationCode,
    uscc: makeUscc(random, {
      organizationCode,
      prefix: prefixOf,
      division: pick(random, [place.code, `${place.code.slice(0, 4)}00`]),
    }),
    registrationNumber: makeRegistrationNumber({
      organizationCode,
      division: place.code,
      category: kind.code,
      economicType: company ? pick(random, ['15', '17', '16']) : '11',
      management: prefixOf === '91' ? '2' : '1',
    }),
    medicineKind: kind.medicine,
    category: pick(random, kind.written),
    level: three ? pick(random, ['三级', '三']) : '二级',
    grade: pick(random, ['甲等', '乙等', '未定等']),
    dataManagerName: freshPerson(random, unit.short),
    dataManagerPhone: random() < 0.1 ? Number(freshMobile(random, stock)) : freshMobile(random, stock),
    dataManagerEmail: freshMailbox(random, stock),
  };
}

/** A name that nobody else in the province bears. */
function inventName(
  about: { unit: PlantUnit; place: { name: string }; own: boolean; kind: Kind },
  city: string,
  company: boolean,
  random: Random,
  stock: Stock,
): string {
  const { unit, place, kind, own } = about;
  const county = place.name.replace(/(?:[藏羌彝]族)+自治县$/, '县');
  for (;;) {
    const word = pick(random, WORDS) + pick(random, ['', '新', '锦', '华', '康', '同']);
    const front = own ? (unit.divisions.length === 0 ? '四川省' : city) + word : city + county + (company ? word : '');
    const name = front + (own ? kind.tail.replace(/^第.(?=人民)/, '') : kind.tail);
    if (stock.names.has(name)) continue;
    stock.names.add(name);
    return name;
  }
}
