import { parseArgs } from 'node:util';
import { seededRandom } from '../support/codes.ts';
import { makeJobs } from './jobs.ts';
import { killJob } from './kill-job.ts';
import { makeMailJobs } from './mail-jobs.ts';
import { isBuilt } from './program.ts';
import { makeStage } from './stage.ts';
import { makeTroubles } from './troubles.ts';

/** `npm run crash [-- --rounds 10 --seed 1 --only publish,'decide set']`: kills and other disasters, then compares. Exit code 1 when something differs. */
async function crash(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '20250301' },
      only: { type: 'string' },
    },
  });
  if (!isBuilt()) throw new Error('dist/ is missing: node .ci/setup.mjs');
  const random = seededRandom(Number(values.seed));
  const wanted = (name: string): boolean => values.only === undefined || values.only.split(',').includes(name);
  const stage = await makeStage();
  const mail = await makeMailJobs(stage);
  let faults = 0;
  try {
    for (const job of [...makeJobs(stage), ...mail.jobs]) {
      if (!wanted(job.name)) continue;
      const report = await killJob(stage, job, Number(values.rounds), random);
      faults += report.faults.length;
      say(`kill -9  ${job.name}: ${report.kills} kills, ${report.faults.length} differences`);
      for (const fault of report.faults) say(`         ${fault}`);
    }
    for (const trouble of makeTroubles(stage)) {
      if (!wanted(trouble.name)) continue;
      const report = await trouble.run();
      faults += report.faults.length;
      say(`${trouble.name}: ${report.skipped ?? `${report.tried} runs, ${report.faults.length} differences`}`);
      for (const fault of report.faults) say(`         ${fault}`);
    }
  } finally {
    await mail.stop();
    stage.remove();
  }
  say(faults === 0 ? 'all the same as undisturbed, byte for byte' : `${faults} differences, seed ${values.seed}`);
  return faults === 0 ? 0 : 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await crash();
