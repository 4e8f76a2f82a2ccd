import { rebuild as rebuildFlow } from '../../flows/rebuild.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce rebuild` */
export const rebuild: Command = {
  options: (builder) => builder,
  async run(args, io) {
    const report = await withCampaign(args, (campaign) => rebuildFlow(campaign, io.tools));
    if (args['json'] === true) writeJson([report], io);
    else {
      io.out(`已从 ${report.messages} 个原件重新推导 ${report.files} 个成果文件（第 ${report.version} 版）。`);
      if (report.changed) io.out('程序、表格、通讯录、邮件或决定自上次发布后有变化，已发布新的一版。');
      else if (report.different.length === 0) io.out('与已发布的逐字节相同。');
      for (const path of report.different) io.out(`与已发布的不同：${path}`);
    }
    return report.different.length === 0 ? EXIT.clean : EXIT.attention;
  },
};
