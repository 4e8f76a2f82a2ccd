import { check as checkFlow } from '../../flows/check.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { needUnit } from '../need-unit.ts';
import { openOf, printCheck } from '../print-check.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce check` */
export const check: Command = {
  options: (builder) =>
    builder
      .option('unit', { type: 'string', describe: '只看一个报送单位（代码）' })
      .option('all', { type: 'boolean', default: false, describe: '列出每一处，也列出提示' }),
  async run(args, io) {
    const unit = textOf(args, 'unit');
    const all = await withCampaign(args, (campaign) => {
      needUnit(campaign, unit);
      return checkFlow(campaign, io.tools);
    });
    const checks = unit === undefined ? all : all.filter((one) => one.unit === unit);
    let open = 0;
    for (const one of checks) open += openOf(one);
    if (args['json'] === true) writeJson(checks, io);
    else {
      printCheck(checks, args['all'] === true, io);
      io.out(
        open === 0
          ? `没有发现需要处理的问题。${checks.length === 0 ? '还没有报送的单位见 mingce status。' : ''}`
          : `需要处理的问题共 ${open} 处。用 mingce explain <代码> 查看一条规则，用 mingce send --kind return 退回单位修改。`,
      );
    }
    return open === 0 ? EXIT.clean : EXIT.attention;
  },
};
