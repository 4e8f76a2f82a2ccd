import { fileNotRead } from './registry/file-not-read.ts';
import { readingOther } from './registry/reading-other.ts';
import { registerCopy } from './registry/register-copy.ts';
import { registerCopyDiffers } from './registry/register-copy-differs.ts';
import { registerNoLongerListed } from './registry/register-no-longer-listed.ts';
import { repairOther } from './registry/repair-other.ts';
import type { ReadingRule } from './rule.ts';

/** Findings that the registry raises while it attributes, revises and merges; one line each. */
export const REGISTRY_RULES: readonly ReadingRule[] = [
  readingOther,
  fileNotRead,
  repairOther,
  registerNoLongerListed,
  registerCopy,
  registerCopyDiffers,
];
