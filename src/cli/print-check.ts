import type { FaultGroup, UnitCheck } from '../flows/check.ts';
import { findRule } from '../rules/catalogue.ts';
import type { Io } from './io.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

/** Lines printed for one group of the same fault before the rest is counted. */
const LINES_PER_GROUP = 5;
const SEVERITIES = ['block', 'error', 'warning', 'notice'] as const;

/** Faults by unit, each with its place; units that have only notices in one line at the end, unless all is asked for. */
export function printCheck(checks: readonly UnitCheck[], all: boolean, io: Io): void {
  const calm: UnitCheck[] = [];
  for (const one of checks) {
    if (!all && openOf(one) === 0) calm.push(one);
    else printUnit(one, all, io);
  }
  if (calm.length === 0) return;
  let notices = 0;
  for (const one of calm) notices += one.counts.notice;
  io.out(
    `\n没有需要修改之处的单位 ${calm.length} 个${notices > 0 ? `（另有提示 ${notices} 处，加 --all 查看）` : ''}。`,
  );
}

/** Findings that somebody has to settle. */
export function openOf({ counts }: UnitCheck): number {
  return counts.block + counts.error + counts.warning;
}

function printUnit(one: UnitCheck, all: boolean, io: Io): void {
  const counts = SEVERITIES.filter((severity) => one.counts[severity] > 0).map(
    (severity) => `${SEVERITY_WORDS[severity]} ${one.counts[severity]}`,
  );
  io.out(`\n【${one.unitName}】${counts.join('，')}`);
  for (const group of one.groups) if (group.severity !== 'notice' || all) printGroup(group, all, io);
}

function printGroup({ code, severity, remedy, findings }: FaultGroup, all: boolean, io: Io): void {
  io.out(
    `  ${SEVERITY_WORDS[severity]}　${findRule(code)?.title ?? '其他问题'}（${findings.length} 处，代码 ${code}）`,
  );
  const shown = all ? findings : findings.slice(0, LINES_PER_GROUP);
  for (const finding of shown) io.out(`    ${placeOf(finding.place)}${finding.text}`);
  if (findings.length > shown.length) io.out(`    …… 还有 ${findings.length - shown.length} 处，加 --all 全部列出`);
  if (remedy !== '') io.out(`    怎样改：${remedy}`);
}

function placeOf({ file, sheet, cell, row }: FaultGroup['findings'][number]['place']): string {
  const where = cell ?? (row === undefined ? '' : `第 ${row} 行`);
  const parts = [file, sheet, where].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : `${parts.join(' ')}：`;
}
