import { harvest as harvestFlow } from '../../flows/harvest.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { printHarvest } from '../print-harvest.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce harvest` */
export const harvest: Command = {
  options: (builder) =>
    builder
      .option('from', { type: 'string', describe: '从文件夹、.eml、.mbox 或表格文件收取，不连邮箱' })
      .option('watch', { type: 'boolean', default: false, describe: '一直守着邮箱，有新邮件就收取（按 Ctrl+C 结束）' }),
  async run(args, io) {
    const from = textOf(args, 'from');
    const result = await withCampaign(args, (campaign) =>
      harvestFlow(campaign, { ...(from === undefined ? {} : { from }), watch: args['watch'] === true }, io.tools),
    );
    if (args['json'] === true) {
      writeJson([result], io);
    } else {
      printHarvest(result, io);
    }
    return result.problems.length > 0 || result.refused.length > 0 ? EXIT.attention : EXIT.clean;
  },
};
