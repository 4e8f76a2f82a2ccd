import { doctor as doctorFlow, type Step } from '../../flows/doctor.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

const TICKS = { ok: '✓', warning: '!', failed: '✗', skipped: '-' } as const;

/** `mingce doctor` */
export const doctor: Command = {
  options: (builder) => builder,
  async run(args, io) {
    const json = args['json'] === true;
    const show = (step: Step): void => {
      if (json) writeJson([step], io);
      else
        io.out(
          `${TICKS[step.state]} ${step.title}：${step.detail}${step.remedy === '' ? '' : `\n    怎样处理：${step.remedy}`}`,
        );
    };
    const steps = await withCampaign(args, (campaign) => doctorFlow(campaign, io.tools, show));
    const open = steps.filter((step) => step.state === 'failed' || step.state === 'warning');
    if (!json) io.out(open.length === 0 ? '全部正常。' : `有 ${open.length} 项需要处理。`);
    return open.length === 0 ? EXIT.clean : EXIT.attention;
  },
};
