import { SUBJECTS, show as showFlow } from '../../flows/show.ts';
import { findRule } from '../../rules/catalogue.ts';
import { UserError } from '../../text/user-error.ts';
import { type Args, type Command, textOf } from '../command.ts';
import { drawSubject } from '../draw-subject.ts';
import { EXIT } from '../exit-codes.ts';
import { needUnit } from '../need-unit.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce show <subject>` */
export const show: Command = {
  options: (builder) =>
    builder
      .positional('subject', { choices: SUBJECTS, describe: '要查看的内容' })
      .option('unit', { type: 'string', describe: '只看一个报送单位（代码）' })
      .option('code', { type: 'string', describe: '只看一个问题代码' }),
  run: (args, io) =>
    withCampaign(args, async (campaign) => {
      const subject = SUBJECTS.find((name) => name === args['subject']) ?? 'messages';
      needUnit(campaign, textOf(args, 'unit'));
      needCode(textOf(args, 'code'));
      const rows = (await showFlow(campaign, subject, io.tools)).filter((row) => matches(row, args));
      if (args['json'] === true) writeJson(rows, io);
      else {
        if (rows.length > 0) io.out(drawSubject(subject, rows, campaign, io.width));
        io.out(rows.length === 0 ? '没有内容。' : `共 ${rows.length} 条`);
      }
      return EXIT.clean;
    }),
};

function needCode(code: string | undefined): void {
  if (code !== undefined && !findRule(code))
    throw new UserError(`没有问题代码 ${code}`, '运行 mingce show findings 查看代码。');
}

function matches(row: Record<string, unknown>, args: Args): boolean {
  const unit = textOf(args, 'unit');
  const code = textOf(args, 'code');
  return (
    (unit === undefined || row['unit'] === unit || row['code'] === unit) && (code === undefined || row['code'] === code)
  );
}
