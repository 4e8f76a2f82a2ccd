import { lookUpTerm } from '../vocabularies/look-up-term.ts';
import type { Term, Vocabulary } from '../vocabularies/vocabulary.ts';
import { faultAt } from './fault-at.ts';
import { isPlaceholder } from './placeholder.ts';
import type { CellInput, Fault } from './rule.ts';

const MOST_CHOICES = 12;

/**
 * Faults of a choice column of one kind. `mapped` looks at what the file held, because the value is canonical by then.
 * Nothing without a vocabulary; a placeholder is told by its own rule.
 */
export function faultsOfChoice(input: CellInput, kind: 'unknown' | 'unusable' | 'mapped'): readonly Fault[] {
  const { vocabulary, field } = input;
  if (!vocabulary) return [];
  if (kind === 'mapped') return faultsOfMapping(input, vocabulary);
  const found = lookUpTerm(vocabulary, field.value);
  if (found.kind !== kind) return [];
  if (found.term) return faultAt(input, { detail: describeTerm(found.term) });
  if (isPlaceholder(field.value)) return [];
  return faultAt(input, { detail: { choices: listChoices(vocabulary) } });
}

function faultsOfMapping(input: CellInput, vocabulary: Vocabulary): readonly Fault[] {
  const { kind, term } = lookUpTerm(vocabulary, input.field.raw);
  if (kind !== 'spelling' || term?.note === undefined || isSameWording(input.field.raw, term)) return [];
  return faultAt(input, {
    seen: input.field.raw.trim(),
    expected: term.value,
    applied: true,
    detail: { note: term.note },
  });
}

/** Only width, brackets or spaces differ: nothing that a person has to be told. */
function isSameWording(raw: string, term: Term): boolean {
  return bare(raw) === bare(term.value);
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s()]/g, '');
}

function describeTerm(term: Term): Readonly<Record<string, string>> {
  const children = term.children ?? [];
  const more = children.length > MOST_CHOICES ? ` 等${children.length}项` : '';
  return {
    children: children.length === 0 ? '' : `：${children.slice(0, MOST_CHOICES).join('、')}${more}`,
    note: term.note === undefined ? '' : `，${term.note}`,
  };
}

function listChoices(vocabulary: Vocabulary): string {
  const usable = vocabulary.terms.filter((term) => term.usable !== false).map((term) => term.value);
  return usable.length > MOST_CHOICES ? `${usable.slice(0, MOST_CHOICES).join('、')}等` : usable.join('、');
}
