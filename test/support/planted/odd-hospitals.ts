import { makeOrganizationCode, makeRegistrationNumber, makeUscc, type Random } from '../codes.ts';
import { freshMobile, freshPerson, type PlantedRow, type PlantUnit, type Stock } from './invent-hospitals.ts';

/** Rows that look odd and are right: whoever alarms about them is wrong. `row` is a sound row of the unit. */
export function inventOddHospitals(unit: PlantUnit, row: PlantedRow, random: Random, stock: Stock): PlantedRow[] {
  const city = (unit.divisions.length === 0 ? '四川省' : unit.short) + (unit.short === '科学城' ? '科学城' : '');
  const tag = unit.code.slice(2, 4);
  const make = (more: Partial<Record<string, string>>): PlantedRow => {
    const organizationCode = makeOrganizationCode(random);
    const division = more['division'] ?? String(row['uscc']).slice(2, 8);
    const category = more['categoryCode'] ?? 'A100';
    const { division: _, categoryCode: __, prefix = '12', ...columns } = more;
    const person = freshPerson(random, unit.short);
    return {
      ...row,
      organizationCode,
      uscc: makeUscc(random, { organizationCode, prefix, division: String(row['uscc']).slice(2, 8) }),
      registrationNumber: makeRegistrationNumber({ organizationCode, division, category }),
      medicineKind: '西医',
      category: '综合医院',
      dataManagerName: person,
      dataManagerPhone: freshMobile(random, stock),
      dataManagerEmail: `odd${stock.next}@163.com`,
      ...columns,
    };
  };
  const mother = make({ name: `${city}沁澜${tag}医院` });
  const campus = {
    ...make({ name: `${city}沁澜${tag}医院（锦屿院区）` }),
    uscc: mother['uscc'] ?? '',
    organizationCode: mother['organizationCode'] ?? '',
    registrationNumber: `${String(mother['registrationNumber']).slice(0, 15)}11A1002`,
  };
  const manager = {
    dataManagerName: '冉望舒',
    dataManagerPhone: freshMobile(random, stock),
    dataManagerEmail: `ran${stock.next}@163.com`,
  };
  const rows = [
    mother,
    campus,
    { ...make({ name: `${city}霁湾${tag}儿童医院`, category: '儿童医院', categoryCode: 'A519' }), ...manager },
    { ...make({ name: `${city}霁湾${tag}康复医院`, category: '康复医院', categoryCode: 'A527' }), ...manager },
    make({ name: `${city}榆舟${tag}中西医结合医院`, category: 'A300', categoryCode: 'A300', medicineKind: '中医' }),
    make({ name: `${city}禾湾${tag}医院`, level: '二级', grade: '丙等' }),
    make({ name: `中国人民解放军第九${tag}医院`, prefix: 'A1' }),
    make({ name: `霁溪医学院第${tag}附属医院` }),
    make({ name: `${city}四〇${tag}医院` }),
    make({ name: `${city}岚湾${tag}妇女儿童医院`, category: '妇幼保健院', categoryCode: 'G100' }),
    make({ name: `${city}昀湾${tag}医院`, dataManagerName: '木乃·吉克尔哈' }),
  ];
  const retired = unit.short === '成都市' ? [make({ name: `双流松湾${tag}医院`, division: '510122' })] : [];
  const own = make({ name: `${city}砚湾${tag}医院` });
  const selfDefined = {
    ...own,
    registrationNumber: `PDY${String(10_000 + stock.next)}X${String(own['registrationNumber']).slice(9)}`,
  };
  return [...rows, ...retired, selfDefined];
}
