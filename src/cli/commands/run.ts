import { type RunReport, run as runFlow } from '../../flows/run.ts';
import { type Args, type Command, folderOf, textOf } from '../command.ts';
import type { Io } from '../io.ts';
import { nameFolder } from '../name-folder.ts';
import { printHarvest } from '../print-harvest.ts';
import { printSendReport } from '../print-send-report.ts';
import { printStatus, statusExitCode } from '../print-status.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce run` */
export const run: Command = {
  options: (builder) =>
    builder
      .option('from', { type: 'string', describe: '从文件夹、.eml、.mbox 或表格文件收取，不连邮箱' })
      .option('watch', {
        type: 'boolean',
        default: false,
        describe: '一直守着邮箱，每有新邮件就处理一遍（按 Ctrl+C 结束）',
      })
      .option('send', { type: 'boolean', default: false, describe: '把起草的答复也发出去' }),
  run: (args, io) =>
    withCampaign(args, async (campaign) => {
      const from = textOf(args, 'from');
      const options = { ...(from === undefined ? {} : { from }), send: args['send'] === true };
      if (args['watch'] === true) {
        // The packages of the mail server are loaded only when it is watched.
        const { watchAndRun } = await import('../../flows/watch.ts');
        await watchAndRun(campaign, options, io.tools, (report) => print(report, args, io));
        return 0;
      }
      const report = await runFlow(campaign, options, io.tools);
      print(report, args, io);
      return statusExitCode(report.status);
    }),
};

/** Several times as many as a province has drafts at once. */
const MOST_LISTED = 100;

function print(report: RunReport, args: Args, io: Io): void {
  if (args['json'] === true) {
    writeJson([report], io);
    return;
  }
  const { harvest, publication } = report;
  printHarvest(harvest, io);
  io.out(
    publication.fresh
      ? `已发布第 ${publication.version} 版，共 ${publication.files.length} 个文件，在 output 下。`
      : `没有变化，仍是第 ${publication.version} 版。`,
  );
  printSendReport(report.answers, io, MOST_LISTED);
  if (!report.answers.applied && report.answers.mails.length > 0)
    io.out('以上答复只是草稿，没有发送。用 mingce send 查看，确认无误后加 --yes 发送。');
  io.out('');
  printStatus(nameFolder(report.status, folderOf(args)), io);
}
