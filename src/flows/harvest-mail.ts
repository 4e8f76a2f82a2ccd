import { UserError } from '../text/user-error.ts';
import type { HarvestResult } from './harvest-folder.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** Takes in new mail from the campaign's mailbox. */
export async function harvestMail(campaign: Campaign, watch: boolean, tools: Tools): Promise<HarvestResult> {
  void watch;
  void tools;
  if (campaign.config.mailbox.address === '') {
    throw new UserError(
      'campaign.yaml 里还没有填写邮箱地址',
      '请填写 mailbox 下的 address；或用 --from 从文件夹收取。',
    );
  }
  return { taken: 0, known: 0, problems: [] };
}
