import { pathToFileURL } from 'node:url';
import { judgeRows, judgeTogether } from '../../src/registry/judge-form.ts';
import type { RowCase } from '../../src/registry/judged-row.ts';
import { prepareRules } from '../../src/registry/prepare-rules.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { ROSTER, vocabularyOf } from '../support/judge-value.ts';
import { casesOf } from '../support/planted/cases-of.ts';
import { plantProvince } from '../support/planted/plant-province.ts';
import { CAMPAIGN } from '../support/registry-state.ts';
import { median } from './median.ts';

const ROWS = 1000;
const WARM_RUNS = 30;
const RUNS = 15;
const MOST_MILLISECONDS = 60;

/**
 * Judges 1,000 rows of a province in which every tenth or so is wrong: cells, rows, each unit's table and the province.
 * Prints the median of a warm process and whether the bar is reached; returns whether it is.
 */
export function benchJudgeRows(print: (line: string) => void): boolean {
  const prepared = prepareRules(ROSTER, CAMPAIGN, vocabularyOf);
  const province = plantProvince(SICHUAN_UNITS, 32, 1, 60);
  const cases = casesOf(province, ROSTER).slice(0, ROWS);
  const units = new Map<string, RowCase[]>();
  for (const one of cases) units.set(one.unit.code, [...(units.get(one.unit.code) ?? []), one]);
  let findings = 0;
  const run = (): number => {
    const start = performance.now();
    findings = 0;
    const all = judgeRows(cases, prepared);
    findings += all.findings.length;
    for (const rows of units.values()) findings += judgeTogether(rows, all.judged, prepared.sheets, prepared).length;
    findings += judgeTogether(cases, all.judged, prepared.province, prepared).length;
    return performance.now() - start;
  };
  for (let count = 0; count < WARM_RUNS; count += 1) run();
  const took = median(Array.from({ length: RUNS }, run));
  const reached = took <= MOST_MILLISECONDS && cases.length === ROWS;
  print(
    `judging ${cases.length} rows x ${ROSTER.columns.length} columns, ${findings} findings, warm, median of ${RUNS}`,
  );
  print(`  mingce      ${took.toFixed(1)} ms (bar ${MOST_MILLISECONDS}: ${reached ? 'reached' : 'not reached'})`);
  return reached;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const reached = benchJudgeRows((line) => process.stdout.write(`${line}\n`));
  process.exitCode = reached ? 0 : 1;
}
