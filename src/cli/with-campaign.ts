import { type Campaign, openCampaign } from '../flows/open-campaign.ts';
import { type Args, folderOf } from './command.ts';

/** Opens the campaign folder, does the work and closes it again, also after a failure. */
export async function withCampaign<Result>(args: Args, work: (campaign: Campaign) => Promise<Result>): Promise<Result> {
  const campaign = await openCampaign(folderOf(args));
  try {
    return await work(campaign);
  } finally {
    campaign.close();
  }
}
