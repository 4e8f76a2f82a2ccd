import { verifyAll } from '../../flows/verify-all.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce verify` */
export const verify: Command = {
  options: (builder) => builder.option('server', { type: 'boolean', default: false, describe: '同时与邮箱服务器核对' }),
  async run(args, io) {
    const result = await withCampaign(args, (campaign) => verifyAll(campaign, args['server'] === true, io.tools));
    if (args['json'] === true) {
      writeJson([result], io);
    } else {
      io.out(`台账 ${result.events} 条记录，邮件 ${result.messages} 封，原件 ${result.originals} 个。`);
      for (const folder of result.folders)
        io.out(`服务器 ${folder.folder}：${folder.server} 封，台账 ${folder.ledger} 封`);
      for (const difference of result.differences)
        io.out(`不一致：${difference.text}\n  怎样处理：${difference.remedy}`);
      if (result.differences.length === 0) io.out('全部一致。');
    }
    return result.differences.length === 0 ? EXIT.clean : EXIT.attention;
  },
};
