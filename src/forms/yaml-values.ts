import type { Document } from 'yaml';
import { UserError } from '../text/user-error.ts';

/**
 * The plain values of a YAML document that has been parsed without error. Throws UserError when its references
 * (`&a` and `*a`) lead nowhere or multiply beyond the bound that yaml sets.
 */
export function yamlValues(document: Document.Parsed, source: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw new UserError(`${source} 里的引用（& 和 *）展开不了`, '请删去引用，把内容直接写出来。');
  }
}
