import { readOriginal } from '../../../src/flows/read-message.ts';
import { deriveState } from '../../../src/registry/derive-state.ts';
import type { MessageReading } from '../../../src/registry/reading.ts';
import type { Finding } from '../../../src/rules/finding.ts';
import { SICHUAN_UNITS } from '../../../src/vocabularies/sichuan-units.ts';
import { ROSTER, vocabularyOf } from '../judge-value.ts';
import { CAMPAIGN } from '../registry-state.ts';
import { drawWorkbook, ROSTER_HEADER } from '../samples/draw-reply.ts';
import type { PlantedRow } from './invent-hospitals.ts';
import type { PlantedProvince } from './plant-province.ts';

const UNITS = SICHUAN_UNITS.map((unit) => ({
  ...unit,
  emails: [`${unit.code.toLowerCase()}@weijian.test`],
  cc: [],
  contact: '',
  phone: '',
}));
const KEYS = ROSTER.columns.map((column) => column.key);

/** Draws a workbook for every unit, reads them as mails of the units and judges the register. */
export async function judgeProvince(province: PlantedProvince): Promise<readonly Finding[]> {
  const context = { forms: [ROSTER], vocabulary: vocabularyOf, key: '', campaign: CAMPAIGN.id, passwords: [] };
  const readings: MessageReading[] = [];
  for (const [index, { unit, rows }] of province.units.entries()) {
    const message = String(index + 1).padStart(64, '0');
    const bare = await readOriginal(message, 'file', '医院信息汇总表.xlsx', drawRoster(rows, unit.short), context);
    readings.push({
      ...bare,
      source: 'mail',
      eml: `${index + 1}.eml`,
      from: { address: `${unit.code.toLowerCase()}@weijian.test`, name: unit.short },
      subject: '报送医院信息汇总表',
      receivedAt: `2025-02-${String((index % 27) + 1).padStart(2, '0')}T02:00:00.000Z`,
      sequence: index + 1,
    });
  }
  const state = deriveState({
    campaign: CAMPAIGN,
    forms: [ROSTER],
    units: UNITS,
    vocabulary: vocabularyOf,
    readings,
    decisions: [],
    sent: [],
    now: '2025-03-01T00:00:00.000Z',
  });
  const standing = state.registers[ROSTER.form]?.length ?? 0;
  if (standing < province.units.length * 5) throw new Error(`only ${standing} rows stand`);
  return state.findings;
}

function drawRoster(rows: readonly PlantedRow[], unit: string): Uint8Array {
  const title = [['附件2'], ['医院信息汇总表'], [`填报单位（盖章）：${unit}`], [...ROSTER_HEADER]];
  const cells = rows.map((row) => KEYS.map((key) => (row[key] === undefined || row[key] === '' ? null : row[key])));
  return drawWorkbook([{ name: '医院信息汇总表', rows: [...title, ...cells], merges: ['A2:M2', 'A3:M3'] }]);
}
