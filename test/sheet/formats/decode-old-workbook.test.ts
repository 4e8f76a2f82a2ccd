import { afterAll, expect, it } from 'vitest';
import { closeDecoder, decodeWorkbook } from '../../../src/sheet/formats/decode-workbook.ts';
import { textsOf } from './plain-rows.ts';

afterAll(closeDecoder);

/** 成都市 in GBK, with zeros before it as Excel 5 writes a label. */
const CHENGDU = [0xb3, 0xc9, 0xb6, 0xbc, 0xca, 0xd0];

function record(type: number, body: readonly number[]): number[] {
  return [type & 0xff, type >> 8, body.length & 0xff, body.length >> 8, ...body];
}

function label(row: number, column: number, bytes: readonly number[]): number[] {
  return record(0x0204, [row, 0, column, 0, 0, 0, bytes.length, 0, ...bytes]);
}

it('reads Chinese of an Excel 5 stream by its code page', async () => {
  const begin = (kind: number): number[] => record(0x0809, [0, 5, kind, 0, 0, 0, 0, 0]);
  const page = record(0x0042, [936 & 0xff, 936 >> 8]);
  const head = [...begin(5), ...page];
  const sheetName = [...Buffer.from('S1')];
  const place = head.length + 4 + 7 + sheetName.length + 4;
  const bound = record(0x0085, [place, 0, 0, 0, 0, 0, sheetName.length, ...sheetName]);
  const sheet = [
    ...begin(0x10),
    ...label(0, 0, CHENGDU),
    ...label(0, 1, [...Buffer.from('061883855')]),
    ...record(0x0a, []),
  ];
  const stream = Buffer.from([...head, ...bound, ...record(0x0a, []), ...sheet]);
  expect(textsOf(await decodeWorkbook(stream))).toEqual([['成都市', '061883855']]);
});
