import type { RegisterRow, RegistryState } from '../../src/registry/register.ts';
import { editionOfState, ROSTER, type RowFacts, registerRow, registryState } from './registry-state.ts';

export const LIST = {
  file: '医院账号信息',
  title: '医院账号',
  form: ROSTER.form,
  splitBy: 'medicineKind',
  contact: { person: 'dataManagerName', phone: 'dataManagerPhone', email: 'dataManagerEmail' },
  columns: [],
};
export const NAME = '示例市第一人民医院';

export function rows(...facts: RowFacts[]): RegisterRow[] {
  return facts.map((one, at) => registerRow({ row: 5 + at, id: `r${at}`, ...one }));
}

export function edition(of: RegisterRow[], more: Partial<RegistryState> = {}) {
  return editionOfState(registryState(of, more));
}
