/**
 * Where the reporting units of Sichuan lie on the tile map of the report: one square each, neighbours
 * roughly as on the map. [column, row], from the north-west. Positions are for orientation only.
 */
export const SICHUAN_TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  阿坝: [2, 0],
  绵阳: [3, 0],
  广元: [4, 0],
  巴中: [5, 0],
  达州: [6, 0],
  甘孜: [1, 1],
  成都: [2, 1],
  德阳: [3, 1],
  遂宁: [4, 1],
  南充: [5, 1],
  广安: [6, 1],
  雅安: [1, 2],
  眉山: [2, 2],
  资阳: [3, 2],
  内江: [4, 2],
  凉山: [1, 3],
  乐山: [2, 3],
  自贡: [3, 3],
  泸州: [4, 3],
  攀枝花: [1, 4],
  宜宾: [3, 4],
  科学城: [6, 2],
  国家委在川: [6, 3],
  委直属: [6, 4],
};
