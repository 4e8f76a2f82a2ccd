import { readdirSync } from 'node:fs';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleTests, type LoadTests } from './bundle-tests.ts';
import type { CollectedTest } from './collect-tests.ts';
import { MUTATED_ROOMS, ROOM_VARIABLE } from './rooms.ts';

/** What instrumented code looks at and writes to. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

/** Stryker loads the plugins of this list. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'room', roomRunner)];

/** Runs the tests of one room inside Stryker's own process, all modules evaluated anew for every mutant. */
function roomRunner(): TestRunner {
  const board = switchboard();
  const kills = new Map<string, number>();
  const durations = new Map<string, number>();
  let load: LoadTests = () => [];

  async function dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const file of new Set(load().map((test) => test.file))) {
      const own = load().filter((test) => test.file === file);
      tests.push(...(await runTests(own, board, false)));
      shareCoverage(own, board);
    }
    for (const { id, timeSpentMs } of tests) durations.set(id, timeSpentMs);
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(board.mutantCoverage ? { mutantCoverage: board.mutantCoverage } : {}),
    };
  }

  async function mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options;
    Object.assign(board, { hitCount: 0, hitLimit, currentTestId: undefined });
    board.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const wanted = testFilter && new Set(testFilter);
    const tests = await loadOrFail(load);
    board.activeMutant = activeMutant.id;
    const chosen = tests.filter(({ id }) => wanted?.has(id) !== false);
    const results = await runTests(sortTests(chosen, kills, durations), board, true);
    const killer = results.find(({ status }) => status === TestStatus.Failed);
    if (killer) kills.set(killer.id, (kills.get(killer.id) ?? 0) + 1);
    const { hitCount } = board;
    Object.assign(board, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    return toMutantRunResult(
      determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results },
    );
  }

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    init: async () => {
      load = await bundleTests(testFiles(process.env[ROOM_VARIABLE] ?? ''));
    },
    dryRun,
    mutantRun,
  };
}
roomRunner.inject = [] as const;

function switchboard(): Switchboard {
  const house = globalThis as unknown as Record<string, Switchboard>;
  const board = house[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {};
  house[INSTRUMENTER_CONSTANTS.NAMESPACE] = board;
  return board;
}

/** What is remembered is worked out in one test and used in all: each covers what any test of its file covers. */
function shareCoverage(tests: readonly CollectedTest[], board: Switchboard): void {
  const perTest = board.mutantCoverage?.perTest;
  if (!perTest) return;
  const all: Record<string, number> = {};
  for (const { id } of tests)
    for (const [mutant, hits] of Object.entries(perTest[id] ?? {})) all[mutant] = (all[mutant] ?? 0) + hits;
  for (const { id } of tests) perTest[id] = all;
}

/** Modules that do not even load fail like a test. */
async function loadOrFail(load: LoadTests): Promise<readonly CollectedTest[]> {
  try {
    return load();
  } catch (error) {
    return [{ id: 'loading#', file: 'loading', run: () => Promise.reject(error) }];
  }
}

/** Tests one after the other, up to the first that fails when `bail` is set. */
async function runTests(tests: readonly CollectedTest[], board: Switchboard, bail: boolean): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (const { id, file, run } of tests) {
    if (!bail) board.currentTestId = id;
    const start = performance.now();
    const failureMessage = await failureOf(run);
    const seen = { id, name: id, fileName: file, timeSpentMs: performance.now() - start };
    board.currentTestId = undefined;
    if (failureMessage === undefined) results.push({ ...seen, status: TestStatus.Success });
    else results.push({ ...seen, status: TestStatus.Failed, failureMessage });
    if (failureMessage !== undefined && bail) break;
  }
  return results;
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Tests that found most mutants so far come first, then the quick ones. */
function sortTests(
  tests: readonly CollectedTest[],
  kills: ReadonlyMap<string, number>,
  durations: ReadonlyMap<string, number>,
): readonly CollectedTest[] {
  const of = (map: ReadonlyMap<string, number>, { id }: CollectedTest): number => map.get(id) ?? 0;
  return [...tests].sort((a, b) => of(kills, b) - of(kills, a) || of(durations, a) - of(durations, b));
}

function testFiles(room: string): readonly string[] {
  return (MUTATED_ROOMS[room]?.tests ?? []).flatMap((place) => {
    if (place.endsWith('.test.ts')) return [place];
    const recursive = place.endsWith('/**');
    const folder = place.replace(/\/\*{1,2}$/, '');
    return readdirSync(folder, { recursive, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .sort()
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  });
}
