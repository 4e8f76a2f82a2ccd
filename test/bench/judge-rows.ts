import { pathToFileURL } from 'node:url';
import { judgedRows, judgeRows, judgeTogether } from '../../src/registry/judge-form.ts';
import type { RowCase } from '../../src/registry/judged-row.ts';
import { type PreparedForm, prepareRules } from '../../src/registry/prepare-rules.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { ROSTER, vocabularyOf } from '../support/judge-value.ts';
import { casesOf } from '../support/planted/cases-of.ts';
import { plantProvince } from '../support/planted/plant-province.ts';
import { CAMPAIGN } from '../support/registry-state.ts';
import { median } from './median.ts';

const ROWS = 1000;
const WARM_RUNS = 12;
const RUNS = 15;
const MOST_MILLISECONDS = 60;

/**
 * Judges 1,000 rows of a province in which every tenth or so is wrong: cells, rows, each unit's table and the province.
 * Every run has a province of its own. Prints the medians of a warm process, by the clock and by processor time, and
 * whether the bar is reached; returns whether it is.
 */
export function benchJudgeRows(print: (line: string) => void): boolean {
  const prepared = prepareRules(ROSTER, CAMPAIGN, vocabularyOf);
  const clock: number[] = [];
  const processor: number[] = [];
  let findings = 0;
  for (let run = 0; run < WARM_RUNS + RUNS; run += 1) {
    const cases = casesOf(plantProvince(SICHUAN_UNITS, 32, 1, run), ROSTER).slice(0, ROWS);
    const used = process.cpuUsage();
    const start = performance.now();
    findings = judge(cases, prepared);
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    if (run < WARM_RUNS) continue;
    clock.push(took);
    processor.push((user + system) / 1000);
  }
  const took = median(clock);
  const reached = took <= MOST_MILLISECONDS;
  print(`judging ${ROWS} rows x ${ROSTER.columns.length} columns, ${findings} findings, warm, median of ${RUNS}`);
  print(`  mingce      ${took.toFixed(1)} ms (bar ${MOST_MILLISECONDS}: ${reached ? 'reached' : 'not reached'})`);
  print(`  processor   ${median(processor).toFixed(1)} ms, fastest ${Math.min(...clock).toFixed(1)} ms by the clock`);
  return reached;
}

function judge(cases: readonly RowCase[], prepared: PreparedForm): number {
  const { findings, noAnswers } = judgeRows(cases, prepared);
  const judged = judgedRows(cases, noAnswers);
  const units = new Map<string, RowCase[]>();
  for (const one of cases) {
    const rows = units.get(one.unit.code);
    if (rows) rows.push(one);
    else units.set(one.unit.code, [one]);
  }
  let count = findings.length;
  for (const rows of units.values()) count += judgeTogether(rows, judged, prepared.sheets, prepared).length;
  return count + judgeTogether(cases, judged, prepared.province, prepared).length;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const reached = benchJudgeRows((line) => process.stdout.write(`${line}\n`));
  process.exitCode = reached ? 0 : 1;
}
