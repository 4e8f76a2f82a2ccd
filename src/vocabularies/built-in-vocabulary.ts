import { INSTITUTION_CATEGORY } from './institution-category.ts';
import { INSTITUTION_GRADE } from './institution-grade.ts';
import { INSTITUTION_LEVEL } from './institution-level.ts';
import { MEDICINE_KIND } from './medicine-kind.ts';
import type { Vocabulary } from './vocabulary.ts';
import { YES_NO } from './yes-no.ts';

/** Vocabularies that forms may name without listing their terms; `prefecture` is built from the campaign's units. */
const VOCABULARIES: readonly Vocabulary[] = [
  INSTITUTION_CATEGORY,
  INSTITUTION_GRADE,
  INSTITUTION_LEVEL,
  MEDICINE_KIND,
  YES_NO,
];

/** The vocabulary a form names, or undefined when none is built in. */
export function builtInVocabulary(id: string): Vocabulary | undefined {
  return VOCABULARIES.find((vocabulary) => vocabulary.id === id);
}

/** Ids of all built-in vocabularies, for the message about a misspelt one. */
export function builtInVocabularyIds(): readonly string[] {
  return VOCABULARIES.map(({ id }) => id);
}
