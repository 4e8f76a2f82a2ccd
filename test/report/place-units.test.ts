import { describe, expect, it } from 'vitest';
import { placeUnits } from '../../src/report/place-units.ts';
import { SICHUAN_TILES } from '../../src/vocabularies/sichuan-tiles.ts';
import { inCampaign } from '../support/campaign.ts';

describe('squares of the units on the map', () => {
  it('finds every unit of the notice, each on its own square, 阿坝 north-west of 攀枝花', async () => {
    const names = await inCampaign((campaign) => Promise.resolve(campaign.units.map((unit) => unit.short)));
    const map = placeUnits(names, SICHUAN_TILES);

    expect(map.geographic).toBe(true);
    expect(new Set(map.tiles.map((tile) => `${tile.column} ${tile.row}`)).size).toBe(24);
    expect(map.tiles.map((tile) => tile.name).sort()).toEqual(Object.keys(SICHUAN_TILES).sort());
    expect(map).toMatchObject({ columns: 6, rows: 5 });
  });

  it('places the rest below, and one of two units that begin alike', () => {
    const names = ['成都市', '成都市东部新区', '绵阳市', '省直属单位'];
    const { tiles, geographic } = placeUnits(names, SICHUAN_TILES);

    expect(geographic).toBe(true);
    expect(tiles.map((tile) => [tile.name, tile.row])).toEqual([
      ['成都', 1],
      ['成都市东部新区', 2],
      ['绵阳', 0],
      ['省直属单位', 2],
    ]);
  });

  it('stands the units of another province in their order and claims no geography', () => {
    const names = ['昆明市', '曲靖市', '玉溪市', '保山市', '昭通市', '丽江市', '普洱市', '临沧市'];
    const map = placeUnits(names, SICHUAN_TILES);

    expect(map).toMatchObject({ geographic: false, columns: 7, rows: 2 });
    expect(map.tiles.map((tile) => tile.name)).toEqual(names);
  });

  it('bears no unit at all', () => {
    expect(placeUnits([], SICHUAN_TILES)).toEqual({ tiles: [], columns: 1, rows: 1, geographic: false });
  });
});
