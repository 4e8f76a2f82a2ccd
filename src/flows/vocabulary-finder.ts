import type { Form } from '../forms/form.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import { builtInVocabulary } from '../vocabularies/built-in-vocabulary.ts';
import { prefectureVocabulary } from '../vocabularies/prefecture-vocabulary.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';

/** Vocabularies by id: a form's own first, then the units of the campaign, then the program's. */
export function vocabularyFinder(units: readonly ReportingUnit[]): (id: string, form: Form) => Vocabulary | undefined {
  const prefecture = prefectureVocabulary(units);
  const own = new WeakMap<Form, Map<string, Vocabulary>>();
  return (id, form) => {
    const terms = form.vocabularies[id];
    if (!terms) return id === 'prefecture' ? prefecture : builtInVocabulary(id);
    const known = own.get(form) ?? new Map<string, Vocabulary>();
    own.set(form, known);
    const vocabulary = known.get(id) ?? {
      id,
      title: id,
      source: `${form.annex} ${form.title}`,
      terms: terms.map(dropUndefined),
    };
    known.set(id, vocabulary);
    return vocabulary;
  };
}

/** zod's optional keys may hold undefined; a Term's may not. */
function dropUndefined(term: Form['vocabularies'][string][number]): Vocabulary['terms'][number] {
  return Object.fromEntries(
    Object.entries(term).filter(([, value]) => value !== undefined),
  ) as unknown as Vocabulary['terms'][number];
}
