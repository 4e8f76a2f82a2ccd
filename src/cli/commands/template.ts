import { writeTemplates } from '../../flows/template.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce template` */
export const template: Command = {
  options: (builder) =>
    builder
      .option('unit', { type: 'string', describe: '只生成一个报送单位的（代码）' })
      .option('form', { type: 'string', describe: '只生成一种表格' })
      .option('prefill', { type: 'string', describe: '预先填入已知数据：一个表格，或以前的工作文件夹' }),
  async run(args, io) {
    const [unit, form, prefill] = [textOf(args, 'unit'), textOf(args, 'form'), textOf(args, 'prefill')];
    const options = {
      ...(unit === undefined ? {} : { unit }),
      ...(form === undefined ? {} : { form }),
      ...(prefill === undefined ? {} : { prefill }),
    };
    const written = await withCampaign(args, (campaign) => writeTemplates(campaign, options, io.tools));
    if (args['json'] === true) {
      writeJson(written, io);
      return EXIT.clean;
    }
    const filled = written.reduce((sum, one) => sum + one.rows, 0);
    io.out(
      `已生成 ${written.length} 个表格，在 output/模板 下，每个单位一个文件夹。${filled > 0 ? `预先填入 ${filled} 行。` : ''}`,
    );
    io.out('下一步：mingce send 查看发送计划。');
    return EXIT.clean;
  },
};
