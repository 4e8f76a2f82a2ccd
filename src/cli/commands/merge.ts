import { merge as mergeFlow } from '../../flows/merge.ts';
import { localTime } from '../../text/local-time.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { renderTable } from '../render-table.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce merge` */
export const merge: Command = {
  options: (builder) => builder,
  async run(args, io) {
    const { result, timeZone } = await withCampaign(args, async (campaign) => ({
      result: await mergeFlow(campaign, io.tools),
      timeZone: campaign.config.timeZone,
    }));
    if (args['json'] === true) writeJson(result.units, io);
    else {
      io.out(
        renderTable(
          ['单位', '表', '行数', '最近收到'],
          result.units.map((line) => [
            line.unitName,
            line.title,
            String(line.rows),
            localTime(line.lastReceived, timeZone),
          ]),
          io.width,
        ),
      );
      for (const total of result.totals) io.out(`${total.title}：共 ${total.rows} 行`);
      if (result.questions > 0) io.out(`待定事项 ${result.questions} 件：mingce decide list`);
    }
    return result.questions > 0 ? EXIT.attention : EXIT.clean;
  },
};
