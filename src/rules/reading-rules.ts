import type { ReadingRule } from './rule.ts';

/** Findings that the reader of spreadsheets raises while it reads; one line each. */
export const READING_RULES: readonly ReadingRule[] = [];
