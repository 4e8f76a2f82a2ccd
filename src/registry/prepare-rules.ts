import type { Form, FormColumn } from '../forms/form.ts';
import { findRule } from '../rules/catalogue.ts';
import type { CellRule, Parameters, ProvinceRule, RowRule, Rule, Severity, SheetRule } from '../rules/rule.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import type { CampaignFacts } from './campaign.ts';

/** A rule with the parameters and severities of its use. */
export interface PreparedRule<R extends Rule> {
  readonly rule: R;
  readonly parameters: Parameters;
  readonly severities: { readonly formSeverity?: Severity; readonly campaignSeverity?: Severity };
}

export interface PreparedColumn {
  readonly column: FormColumn;
  readonly header: string;
  readonly rules: readonly PreparedRule<CellRule>[];
  readonly vocabulary?: Vocabulary;
}

/** Everything a form asks to be checked, looked up once. */
export interface PreparedForm {
  readonly form: Form;
  readonly campaign: CampaignFacts;
  readonly columns: readonly PreparedColumn[];
  readonly rows: readonly PreparedRule<RowRule>[];
  readonly sheets: readonly PreparedRule<SheetRule>[];
  readonly province: readonly PreparedRule<ProvinceRule>[];
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  readonly headers: ReadonlyMap<string, string>;
}

type Use = Form['rules'][number];

/** Shared by all rules without parameters. */
const NONE: Parameters = {};

/** Looks the rules of a form up in the catalogue; those that the campaign switched off are left out. */
export function prepareRules(
  form: Form,
  campaign: CampaignFacts,
  vocabulary: (id: string, form: Form) => Vocabulary | undefined,
): PreparedForm {
  const vocabularies: Record<string, Vocabulary> = {};
  const columns = form.columns.map((column): PreparedColumn => {
    const found = column.vocabulary === undefined ? undefined : vocabulary(column.vocabulary, form);
    if (found) vocabularies[column.key] = found;
    return {
      column,
      header: column.header.replaceAll('\n', ''),
      rules: column.rules
        .flatMap((use) => prepare(use, campaign))
        .filter((one) => one.rule.scope === 'cell') as PreparedRule<CellRule>[],
      ...(found ? { vocabulary: found } : {}),
    };
  });
  const others = form.rules.flatMap((use) => prepare(use, campaign));
  return {
    form,
    campaign,
    columns,
    rows: others.filter((one): one is PreparedRule<RowRule> => one.rule.scope === 'row'),
    sheets: others.filter((one): one is PreparedRule<SheetRule> => one.rule.scope === 'sheet'),
    province: others.filter((one): one is PreparedRule<ProvinceRule> => one.rule.scope === 'province'),
    vocabularies,
    headers: new Map(columns.map(({ column, header }) => [column.key, header])),
  };
}

function prepare(use: Use, campaign: CampaignFacts): PreparedRule<Rule>[] {
  const code = typeof use === 'string' ? use : use.rule;
  const rule = findRule(code);
  const override = campaign.severities[code];
  if (!rule || override === 'off') return [];
  const severity = typeof use === 'string' ? undefined : use.severity;
  return [
    {
      rule,
      parameters: typeof use === 'string' || Object.keys(use.with).length === 0 ? NONE : use.with,
      severities: {
        ...(severity === undefined ? {} : { formSeverity: severity }),
        ...(override === undefined ? {} : { campaignSeverity: override }),
      },
    },
  ];
}
