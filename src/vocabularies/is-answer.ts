import { lookUpTerm } from './look-up-term.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Entries that are known but no answer often belong to another column: 综合医院 is no 类型. */
export function isAnswer(vocabulary: Vocabulary, text: string): boolean {
  const { kind } = lookUpTerm(vocabulary, text);
  return kind !== 'unknown' && kind !== 'unusable';
}
