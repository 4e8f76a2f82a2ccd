import { publishWithPassword } from '../../flows/publish-with-password.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { printFiles } from '../print-files.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce publish` */
export const publish: Command = {
  options: (builder) =>
    builder.option('password', {
      type: 'boolean',
      default: false,
      describe: '另存加密副本（密码在运行时输入，或取自环境变量 MINGCE_BOOK_PASSWORD）',
    }),
  async run(args, io) {
    const result = await withCampaign(args, (campaign) =>
      publishWithPassword(campaign, args['password'] === true, io.tools),
    );
    if (args['json'] === true) {
      writeJson([result], io);
      return EXIT.clean;
    }
    io.out(result.fresh ? `已发布第 ${result.version} 版：` : `没有变化，仍是第 ${result.version} 版：`);
    printFiles([...result.files, ...result.encrypted], io);
    return EXIT.clean;
  },
};
