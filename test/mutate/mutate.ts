import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { forgetSurvivors } from './forget-survivors.ts';
import { MUTATED_ROOMS, ROOM_VARIABLE } from './rooms.ts';
import { type MutantResult, scoreLine, tally } from './score.ts';

const LEAST_SCORE = 85;

/**
 * `npm run mutate [-- rules text --only 'src/rules/codes/**' --fresh]`: changes the code of each room bit by bit and
 * looks whether the room's own tests notice. What they noticed in the last run is not tried again unless `--fresh`. Exit code 1 when
 * a room scores below 85.
 */
async function mutate(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, fresh: { type: 'boolean', default: false } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(MUTATED_ROOMS);
  const unknown = names.filter((name) => !(name in MUTATED_ROOMS));
  if (unknown.length > 0) throw new Error(`no such room: ${unknown.join(', ')}`);
  const lines: string[] = [];
  let below = 0;
  for (const name of names) {
    const results = await mutateRoom(name, values.only, values.fresh);
    const total = tally(results);
    lines.push(scoreLine(name, total), ...foldersOf(results, name));
    if (total.score < LEAST_SCORE) below += 1;
  }
  say([
    '',
    '| room | killed | timeout | survived | no coverage | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
  ]);
  say(lines);
  return below === 0 ? 0 : 1;
}

async function mutateRoom(name: string, only: string[] | undefined, fresh: boolean): Promise<readonly MutantResult[]> {
  process.env[ROOM_VARIABLE] = name;
  const mutated = only ?? [...(MUTATED_ROOMS[name]?.mutate ?? [])];
  const incrementalFile = `reports/mutation/${name}.json`;
  forgetSurvivors(incrementalFile, mutated);
  const stryker = new Stryker({
    configFile: 'test/mutate/stryker.config.json',
    mutate: mutated,
    incrementalFile,
    force: fresh,
  });
  return await stryker.runMutationTest();
}

/** A line for each folder of the room that has mutants. */
function foldersOf(results: readonly MutantResult[], room: string): string[] {
  const folders = new Map<string, MutantResult[]>();
  for (const result of results) {
    const [folder = '', file] = result.fileName.replaceAll('\\', '/').split(`src/${room}/`)[1]?.split('/') ?? [];
    const name = file === undefined ? `${room}/*` : `${room}/${folder}`;
    folders.set(name, [...(folders.get(name) ?? []), result]);
  }
  if (folders.size < 2) return [];
  return [...folders].map(([name, members]) => scoreLine(name, tally(members))).sort();
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

process.exitCode = await mutate();
