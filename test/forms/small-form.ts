import { loadForm } from '../../src/forms/load-form.ts';
import { mistakeIn } from './mistake-in.ts';

/** A form with nothing but what it must have. */
export const SMALL = `form: beds
annex: 附表
title: 床位表
fileName: 附表 床位表
version: '1'
due: '2025-06-30'
label: name
identity: [name]
columns:
  - key: name
    header: 名称
    kind: text
register: { fileName: 全省床位表, title: 床位表 }
`;

/** What a user is told of a mistake in a form. */
export function mistake(yaml: string): string {
  return mistakeIn(() => loadForm(yaml, 'x.yaml'));
}

/** The small form with one line put in the place of another. */
export function small(from: string, to: string): string {
  if (!SMALL.includes(from)) throw new Error(`no ${from}`);
  return SMALL.replace(from, to);
}
