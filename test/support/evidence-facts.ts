import { hospital, ROSTER, type Row, reply, tell, unit } from './story.ts';

export const chengdu = [1, 2, 3].map((number) => hospital('成都市', number));
export const bare = (rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, uscc: '', registrationNumber: '', organizationCode: '' }));
export const nowhere = (rows: readonly Row[]) => bare(rows).map((row) => ({ ...row, prefecture: '' }));
export type More = Parameters<typeof tell>[1];

/** `kind unit seen` of the evidence for the first table. */
export function evidence(mail: Parameters<typeof reply>[0], more: More = {}) {
  const [submission] = tell([reply({ rows: nowhere(chengdu), file: '附件2.xlsx', ...mail })], more).submissions;
  return submission?.attribution.evidence.map(({ kind, unit, seen }) => `${kind} ${unit} ${seen}`);
}

export const token = (short: string, genuine = true, form = ROSTER.form) => ({
  campaign: 'story',
  unit: unit(short)?.code ?? short,
  form,
  version: '1',
  signature: 'x',
  genuine,
});
