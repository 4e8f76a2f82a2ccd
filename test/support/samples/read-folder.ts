import { derive } from '../../../src/flows/derive.ts';
import { harvestFolder } from '../../../src/flows/harvest-folder.ts';
import { inCampaign } from '../campaign.ts';

/** What mingce made of a folder of mails, in the words of an expected.json. */
export interface FolderResult {
  readonly messages: readonly { eml: string; state: string; reason: string; unit: string; late: boolean }[];
  readonly files: readonly { path: string; fate: string; reason: string }[];
  readonly submissions: readonly { eml: string; form: string; kind: string; state: string; rows: number }[];
  readonly questions: readonly string[];
  readonly registers: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** `severity code cell 行名`, most severe first. */
  readonly findings: readonly string[];
}

/** Harvests a folder into a fresh campaign and sums it up. */
export function readFolder(folder: string): Promise<FolderResult> {
  return inCampaign(async (campaign, tools) => {
    harvestFolder(campaign, folder, tools);
    const { state, readings } = await derive(campaign, tools);
    const emls = new Map(readings.map((reading) => [reading.message, reading.eml]));
    return {
      messages: state.messages.map(({ eml, state: is, reasonCode, unit, late }) => ({
        eml,
        state: is,
        reason: reasonCode,
        unit,
        late,
      })),
      files: readings.flatMap((reading) =>
        reading.files.map(({ path, fate, refusal }) => ({ path, fate, reason: refusal?.code ?? '' })),
      ),
      submissions: state.submissions.map(({ message, form, kind, state: is, tables }) => ({
        eml: emls.get(message) ?? '',
        form,
        kind,
        state: is,
        rows: tables.reduce((sum, { table }) => sum + table.rows.length, 0),
      })),
      questions: state.questions.map(({ kind }) => kind),
      registers: Object.fromEntries(
        Object.entries(state.registers).map(([form, rows]) => [
          form,
          rows.map((row) => ({
            unit: row.unit,
            ...Object.fromEntries(Object.entries(row.fields).map(([key, field]) => [key, field.value])),
          })),
        ]),
      ),
      findings: state.findings.map(({ severity, code, place, name }) =>
        `${severity} ${code} ${place.cell ?? '-'} ${name ?? ''}`.trim(),
      ),
    };
  });
}
