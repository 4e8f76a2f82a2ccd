import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockCampaign } from '../../src/store/lock.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { makeJobs } from './jobs.ts';
import { killJob } from './kill-job.ts';
import { isBuilt, runProgram } from './program.ts';
import { makeStage, type Stage } from './stage.ts';
import { makeTroubles } from './troubles.ts';

/** The short version; `npm run crash` tries every command many times. */
describe.skipIf(!isBuilt())('after a disaster', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await makeStage();
  });
  afterAll(() => stage.remove());

  it.each(['run --from', 'decide set'])('%s, killed, ends as if it had not been', async (name) => {
    const job = makeJobs(stage).find((one) => one.name === name);
    if (!job) throw new Error(`no job ${name}`);
    const report = await killJob(stage, job, 1, seededRandom(20_250_301));
    expect(report.faults).toEqual([]);
  });

  it('a clock that runs back loses nothing', async () => {
    const trouble = makeTroubles(stage).find(({ name }) => name === 'clock set back');
    expect((await trouble?.run())?.faults).toEqual([]);
  });

  it('a second process is told so, and a lock goes with its process', async () => {
    const folder = stage.copy(stage.folders.fresh);
    const unlock = lockCampaign(folder);
    const second = await runProgram(['-C', folder, 'publish']);
    unlock();
    const third = await runProgram(['-C', folder, 'verify']);

    expect(second.code).toBe(2);
    expect(second.err).toBe(
      '另一个名册程序正在处理这个文件夹\n下一步：请等它结束后再运行；如果是自动运行的 run --watch，请先停止它。\n',
    );
    expect(third.code).toBe(0);
  });
});
