import { rowValue } from './group-rows.ts';
import { institutionNameKey } from './match-institution-names.ts';
import { placeLexicon } from './names/place-lexicon.ts';
import type { JudgedRow, Parameters } from './rule.ts';

/** What an institution is recognised by among others; each part '' where the row does not tell it. */
export interface InstitutionIdentity {
  readonly creditCode: string;
  readonly registration: string;
  readonly nameKey: string;
  readonly name: string;
}

/** The identity of the institution of a row. Parameters: creditCode, registrationNumber, name, prefecture. */
export function institutionIdentity(row: JudgedRow, parameters: Parameters): InstitutionIdentity {
  const name = rowValue(row, parameters, 'name');
  return {
    creditCode: rowValue(row, parameters, 'creditCode'),
    registration: rowValue(row, parameters, 'registrationNumber').replaceAll('-', ''),
    nameKey: institutionNameKey(name, prefectureCode(row, rowValue(row, parameters, 'prefecture'))),
    name,
  };
}

function prefectureCode(row: JudgedRow, prefecture: string): string {
  const [code = ''] = placeLexicon('').codes.get(prefecture) ?? [];
  if (code !== '') return code;
  return /^\d{6}$/.test(row.unit?.code ?? '') ? (row.unit?.code ?? '') : '';
}
