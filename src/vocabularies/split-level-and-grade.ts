import { fold } from '../text/fold.ts';
import { INSTITUTION_GRADE } from './institution-grade.ts';
import { INSTITUTION_LEVEL } from './institution-level.ts';
import { lookUpTerm } from './look-up-term.ts';

/** Level and grade written into one cell, each as the canonical value of its vocabulary. */
export interface LevelAndGrade {
  readonly level: string;
  readonly grade: string;
}

const COMBINED = /^([三二一321叁贰壹]|iii|ii|i)级?医?院?(.+)$/;
const LEVELS: Readonly<Record<string, string>> = {
  ...{ 三: '三级', 3: '三级', 叁: '三级', iii: '三级' },
  ...{ 二: '二级', 2: '二级', 贰: '二级', ii: '二级' },
  ...{ 一: '一级', 1: '一级', 壹: '一级', i: '一级' },
};

/** 三甲, 三级甲等, 二级（未评） → both parts; undefined when the text is not a level followed by a grade. */
export function splitLevelAndGrade(text: string): LevelAndGrade | undefined {
  const parts = COMBINED.exec(fold(text).replace(/医院$/, ''));
  if (!parts) return undefined;
  const level = LEVELS[parts[1] ?? ''];
  const grade = lookUpTerm(INSTITUTION_GRADE, parts[2] ?? '').term;
  if (level === undefined || grade === undefined) return undefined;
  // "未定级" and its kin are answers of the level alone, never of both.
  return lookUpTerm(INSTITUTION_LEVEL, text).kind === 'unknown' ? { level, grade: grade.value } : undefined;
}
