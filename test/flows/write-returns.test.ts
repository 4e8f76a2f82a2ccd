import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { run } from '../../src/flows/run.ts';
import { decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { inCampaign } from '../support/campaign.ts';

describe('returns that wait to be sent', () => {
  it('lie under output/退回: the sender’s own workbook with the faults marked, and the answer as a mail', async () => {
    await inCampaign(async (campaign, tools, folder) => {
      await run(campaign, { from: join(SAMPLES, 'province', 'mailbox') }, tools);

      const returned = join(folder, 'output', '退回');
      expect(readdirSync(returned).sort()).toEqual(['乐山市', '绵阳市', '雅安市']);
      const [book = ''] = readdirSync(join(returned, '绵阳市')).filter((name) => name.includes('医院信息汇总表'));
      const decoded = await decodeWorkbook(readFileSync(join(returned, '绵阳市', book)));
      if (!decoded.ok) throw new Error(decoded.refusal.text);
      expect(decoded.workbook.grids[0]?.name).toBe('校验结果');
      expect(JSON.stringify(decoded.workbook.grids[0])).toContain('绵阳市淳岚人民医院');
      expect(readFileSync(join(returned, '绵阳市', '回信.eml'), 'latin1')).toMatch(/^In-Reply-To: </m);
      expect(existsSync(join(folder, 'outbox', '回信.eml'))).toBe(false);
    });
  });
});
