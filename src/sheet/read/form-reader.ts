import type { Form, FormColumn } from '../../forms/form.ts';
import { findRule } from '../../rules/catalogue.ts';
import type { CellRule, Parameters } from '../../rules/rule.ts';
import type { Vocabulary } from '../../vocabularies/vocabulary.ts';

/** A rule as a column of a form uses it. */
export interface ColumnRule {
  readonly rule: CellRule;
  readonly parameters: Parameters;
}

/** A form's column with everything its cells are read by. */
export interface ColumnReader {
  readonly column: FormColumn;
  readonly vocabulary: Vocabulary | undefined;
  readonly rules: readonly ColumnRule[];
}

/** A form made ready for reading. */
export interface FormReader {
  readonly form: Form;
  readonly columns: readonly ColumnReader[];
  readonly byKey: ReadonlyMap<string, ColumnReader>;
}

/** Finds a vocabulary by id: the form's own, the campaign's or a built-in one. */
export type FindVocabulary = (id: string, form: Form) => Vocabulary | undefined;

/** Looks up rules and vocabularies of all columns once. Rules that do not exist are passed over: the form loader tells them. */
export function prepareForm(form: Form, findVocabulary: FindVocabulary): FormReader {
  const columns = form.columns.map((column) => ({
    column,
    vocabulary: column.vocabulary === undefined ? undefined : findVocabulary(column.vocabulary, form),
    rules: column.rules.flatMap((use) => {
      const rule = findRule(typeof use === 'string' ? use : use.rule);
      if (rule?.scope !== 'cell' || rule.judgesBlank === true) return [];
      return [{ rule, parameters: typeof use === 'string' ? {} : use.with }];
    }),
  }));
  return { form, columns, byKey: new Map(columns.map((column) => [column.column.key, column])) };
}
