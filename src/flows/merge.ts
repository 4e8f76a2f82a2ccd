import { derive } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

export interface MergeSummary {
  readonly units: readonly {
    readonly unit: string;
    readonly unitName: string;
    readonly form: string;
    readonly title: string;
    readonly rows: number;
    readonly lastReceived: string;
  }[];
  readonly totals: readonly { readonly form: string; readonly title: string; readonly rows: number }[];
  /** Questions that wait for a person. */
  readonly questions: number;
}

/** Builds the register and says how many rows stand in it, per unit and form. */
export async function merge(campaign: Campaign, tools: Tools): Promise<MergeSummary> {
  const { state } = await derive(campaign, tools);
  const nameOf = unitNamer(campaign.units);
  const titles = new Map(campaign.forms.map((form) => [form.form, form.register.title]));
  return {
    units: state.coverage.map(({ unit, form, rows, lastReceived }) => ({
      unit,
      unitName: nameOf(unit),
      form,
      title: titles.get(form) ?? form,
      rows,
      lastReceived,
    })),
    totals: campaign.forms.map((form) => ({
      form: form.form,
      title: form.register.title,
      rows: state.registers[form.form]?.length ?? 0,
    })),
    questions: state.questions.filter((question) => !question.decided).length,
  };
}
