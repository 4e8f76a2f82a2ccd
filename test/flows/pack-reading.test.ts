import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BareReading } from '../../src/flows/bare-reading.ts';
import { gatherReadings } from '../../src/flows/gather-readings.ts';
import { harvestFolder } from '../../src/flows/harvest-folder.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { packReading, unpackReading } from '../../src/flows/pack-reading.ts';
import { inCampaign } from '../support/campaign.ts';

describe('a packed reading', () => {
  it.each([
    'province/mailbox',
    'nasty/table-transposed/mailbox',
    'nasty/cell-stored-as-number/mailbox',
    'nasty/table-header-in-two-rows/mailbox',
  ])('of %s unpacks to the same', async (folder) => {
    await inCampaign(async (campaign, tools) => {
      harvestFolder(campaign, join(SAMPLES, folder), tools);
      const fresh = await gatherReadings(campaign, tools);

      expect(fresh.length).toBeGreaterThan(0);
      const plainly = fresh.map(plain);
      expect(fresh.map((reading) => plain(unpackReading(packReading(reading), {})))).toEqual(plainly);
      expect((await gatherReadings(campaign, tools)).map(plain)).toEqual(plainly);
    });
  });
});

/** A reading with all that is told when it is asked for. */
function plain(reading: BareReading): BareReading {
  const files = reading.files.map((file) => ({
    ...file,
    tables: file.tables.map((table) => ({ ...table, rows: table.rows })),
  }));
  return { ...reading, text: reading.text, files };
}
