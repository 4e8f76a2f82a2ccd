import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listQuestions, setAnswer } from '../../src/flows/decide.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { rebuild } from '../../src/flows/rebuild.ts';
import { run } from '../../src/flows/run.ts';
import type { Tools } from '../../src/flows/tools.ts';
import { verifyFolder } from '../../src/flows/verify.ts';
import { lockCampaign } from '../../src/store/lock.ts';
import { inCampaign, makeTools } from '../support/campaign.ts';
import { seededRandom } from '../support/codes.ts';
import { makeJobs } from './jobs.ts';
import { killJob } from './kill-job.ts';
import { isBuilt, runProgram } from './program.ts';
import { makeStage, type Stage } from './stage.ts';

const MAILBOX = join(SAMPLES, 'nasty', 'story-stranger-replaces-accepted-table', 'mailbox');

/** The short version; `npm run crash` tries every command many times. */
describe.skipIf(!isBuilt())('after a disaster', { timeout: 120_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await makeStage(MAILBOX);
  }, 120_000);
  afterAll(() => stage.remove());

  it.each(['run --from', 'decide set'])('%s, killed, ends as if it had not been', async (name) => {
    const job = makeJobs(stage).find((one) => one.name === name);
    if (!job) throw new Error(`no job ${name}`);
    const report = await killJob(stage, job, 1, seededRandom(20_250_301));
    expect(report.faults).toEqual([]);
  });

  it('a second process is told so, and a lock goes with its process', async () => {
    const folder = stage.copy(stage.folders.fresh);
    const unlock = lockCampaign(folder);
    const second = await runProgram(['-C', folder, 'publish']);
    unlock();
    const third = await runProgram(['-C', folder, 'verify']);

    expect(second.code).toBe(2);
    expect(second.err).toBe(
      '另一个名册程序正在处理这个文件夹\n下一步：请等它结束后再运行；如果开着 --watch（一直守着邮箱），请先在那个窗口按 Ctrl+C 停止它。\n',
    );
    expect(third.code).toBe(0);
  });
});

it('a clock that runs back loses nothing', () =>
  inCampaign(async (campaign) => {
    const at = (time: string): Tools => makeTools({ clock: () => new Date(time) });
    await run(campaign, { from: MAILBOX }, at('2025-03-04T08:00:00.000Z'));
    const { questions } = await listQuestions(campaign, at('2025-03-04T08:00:00.000Z'));
    const [id = '', answer = ''] = [questions[0]?.id, questions[0]?.sides[0]?.answer];
    await setAnswer(campaign, id, answer, '电话核实', '张三', at('2025-02-01T08:00:00.000Z'));
    await run(campaign, { from: MAILBOX }, at('1999-01-01T00:00:00.000Z'));
    const left = await listQuestions(campaign, at('1999-01-01T00:00:00.000Z'));
    const rebuilt = await rebuild(campaign, at('2024-12-31T08:00:00.000Z'));

    expect(left.questions.map((question) => question.id)).not.toContain(id);
    expect(verifyFolder(campaign, at('1999-01-01T00:00:00.000Z')).differences).toEqual([]);
    expect(rebuilt).toMatchObject({ changed: false, different: [], version: 2 });
  }));
