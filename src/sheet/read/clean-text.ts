import { stripInvisible } from '../../text/strip-invisible.ts';
import { toHalfWidth } from '../../text/to-half-width.ts';
import { change, type Draft } from './draft.ts';

/** Nothing here that any general step would change. */
const PLAIN = /^[\x21-\x26\x28-\x5f\x61-\x7e]*$/;
const LETTERS_AND_DIGITS = /[Ａ-Ｚａ-ｚ０-９]/g;
const APOSTROPHE = /^\s*['‘’＇`](?=\S)/;
const HAN = '[\\p{Script=Han}（）〇·]';
const SPACE_IN_CHINESE = new RegExp(`(?<=${HAN})[ \\t]+(?=${HAN})`, 'gu');

/** Steps that are right for every kind: invisible characters, a text apostrophe, spaces at both ends. */
export function cleanCommon(draft: Draft): void {
  if (PLAIN.test(draft.text) && !draft.text.startsWith('=')) return;
  change(draft, 'invisible', stripInvisible(draft.text));
  change(draft, 'quoted', draft.text.replace(/^="([^"]*)"$/, '$1'));
  change(draft, 'apostrophe', draft.text.replace(APOSTROPHE, ''));
  change(draft, 'spaces', draft.text.replace(/^[^\S\r\n]+|[^\S\r\n]+$/gu, ''));
}

/** Codes, phones, mailboxes, dates and numbers: full-width signs to half width, line breaks and spaces out. */
export function cleanTight(draft: Draft, keepParts?: (text: string) => boolean): void {
  if (PLAIN.test(draft.text)) return;
  change(draft, 'full-width', toHalfWidth(draft.text.normalize('NFKC')));
  change(draft, 'apostrophe', draft.text.replace(APOSTROPHE, ''));
  const trimmed = draft.text.trim();
  if (keepParts?.(trimmed) === true) {
    change(draft, 'spaces', trimmed);
    return;
  }
  if (/[\r\n]/.test(draft.text)) change(draft, 'line-break', draft.text.replace(/\s*[\r\n]+\s*/g, ''));
  change(draft, 'spaces', draft.text.replace(/\s+/g, ''));
}

/** Names and free text: brackets and punctuation stay as people write them. */
export function cleanLoose(draft: Draft): void {
  if (PLAIN.test(draft.text)) return;
  change(draft, 'full-width', draft.text.replace(LETTERS_AND_DIGITS, toHalfWidth));
  joinLines(draft);
  change(
    draft,
    'spaces',
    draft.text
      .replace(/[^\S\r\n]+/gu, ' ')
      .trim()
      .replace(SPACE_IN_CHINESE, ''),
  );
}

/** A person's name: 张 三 is one name, 张三 李四 are two people and stay apart. */
export function cleanPerson(draft: Draft): void {
  if (PLAIN.test(draft.text)) return;
  change(draft, 'full-width', draft.text.replace(LETTERS_AND_DIGITS, toHalfWidth).replace(/[．•・‧∙⋅]/g, '·'));
  const parts = draft.text.trim().split(/\s+/u);
  const kind = /[\r\n]/.test(draft.text) ? 'line-break' : 'spaces';
  change(draft, kind, joinName(parts));
}

/** One character cannot be a whole name, so a part of one belongs to its neighbour. */
function joinName(parts: readonly string[]): string {
  const short = parts.some((part) => /^.$/u.test(part)) && parts.every((part) => /^\p{Script=Han}+$/u.test(part));
  return parts.join(short && parts.length <= 3 && parts.join('').length <= 4 ? '' : ' ');
}

function joinLines(draft: Draft): void {
  if (!/[\r\n]/.test(draft.text)) return;
  const joined = draft.text
    .trim()
    .replace(/(?<=[\x21-\x7e])\s*[\r\n]+\s*(?=[\x21-\x7e])/g, ' ')
    .replace(/\s*[\r\n]+\s*/g, '');
  change(draft, 'line-break', joined);
}
