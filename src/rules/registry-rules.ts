import type { ReadingRule } from './rule.ts';

/** Findings that the registry raises while it attributes, revises and merges; one line each. */
export const REGISTRY_RULES: readonly ReadingRule[] = [];
