import type { Campaign } from '../flows/open-campaign.ts';
import { UserError } from '../text/user-error.ts';

/** Refuses a code that no unit of the address book has; nothing given is fine. */
export function needUnit({ units }: Pick<Campaign, 'units'>, code: string | undefined): void {
  if (code === undefined || units.some((unit) => unit.code === code)) return;
  throw new UserError(`没有代码为 ${code} 的报送单位`, '运行 mingce show units 查看代码。');
}
