import { explain as explainFlow } from '../../flows/explain.ts';
import { explainCode } from '../../flows/explain-code.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce explain <code | cell | message>` */
export const explain: Command = {
  options: (builder) =>
    builder.positional('what', {
      type: 'string',
      array: true,
      describe: '问题代码、单元格（医院信息汇总表!E17）或邮件',
    }),
  async run(args, io) {
    // A name with spaces, or a cell parted from its sheet by one, comes as several words.
    const words: unknown = args['what'];
    const what = Array.isArray(words) ? words.map(String).join(' ') : '';
    const explanation =
      explainCode(what) ?? (await withCampaign(args, (campaign) => explainFlow(campaign, what, io.tools)));
    if (args['json'] === true) {
      writeJson([explanation], io);
      return EXIT.clean;
    }
    io.out(explanation.title);
    for (const line of explanation.lines) io.out(`  ${line.label}：${line.text}`);
    return EXIT.clean;
  },
};
