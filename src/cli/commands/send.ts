import { type MailKind, type SendReport, sendMails } from '../../flows/send.ts';
import { type Args, type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { printSendReport } from '../print-send-report.ts';
import { UsageFault } from '../usage-fault.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

const KINDS: readonly MailKind[] = ['request', 'reminder', 'return', 'receipt', 'question'];

/** `mingce send` */
export const send: Command = {
  options: (builder) =>
    builder
      .option('kind', {
        type: 'string',
        array: true,
        choices: KINDS,
        describe: '种类：request 发表、reminder 催报、return 退回修改、receipt 回执、question 询问（默认除催报外全部）',
      })
      .option('unit', { type: 'string', describe: '只发给一个报送单位（代码）' })
      .option('dry-run', { type: 'boolean', default: false, describe: '只列出计划（不加 --yes 时就是这样）' })
      .option('yes', { type: 'boolean', default: false, describe: '真正发送；不加只列出计划' })
      .option('again', { type: 'boolean', default: false, describe: '把不能确定是否发出的邮件再发一次（须加 --yes）' }),
  async run(args, io) {
    const unit = textOf(args, 'unit');
    const apply = args['yes'] === true && args['dryRun'] !== true;
    const options = {
      kinds: kindsOf(args),
      apply,
      again: args['again'] === true,
      nameAttachments: true,
      ...(unit === undefined ? {} : { unit }),
    };
    const report = await withCampaign(args, (campaign) => sendMails(campaign, options, io.tools));
    if (args['json'] === true) writeJson([report], io);
    else {
      printSendReport(report, io);
      if (!apply && report.mails.length > 0) io.out('以上只是计划，没有发送。确认无误后加 --yes 发送。');
    }
    return exitCode(report);
  },
};

function kindsOf(args: Args): MailKind[] {
  if (!Array.isArray(args['kind'])) return KINDS.filter((kind) => kind !== 'reminder');
  const given = args['kind'].map(String);
  if (given.length === 0) throw new UsageFault('kind 后面没有写内容');
  return KINDS.filter((kind) => given.includes(kind));
}

function exitCode(report: SendReport): number {
  const open = report.mails.some((mail) => mail.outcome !== 'sent' && mail.outcome !== 'planned');
  return open || report.unsettled.length > 0 ? EXIT.attention : EXIT.clean;
}
