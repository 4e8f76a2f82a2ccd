import type { Decoded } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import type { DecodeOptions } from './decode-options.ts';
import { FORMATS } from './format-list.ts';
import { refuse } from './refusals.ts';
import { sniffFormat } from './sniff-format.ts';

export { closeDecoder } from './child/run-in-child.ts';
export type { DecodeOptions } from './decode-options.ts';

/**
 * Turns the bytes of any attachment into a workbook of plain values, or a refusal with its reason. Never throws for bad input.
 * The format is judged by content. Parsers written by others run in a helper process within bounds of time and memory.
 */
export async function decodeWorkbook(bytes: Uint8Array, options: DecodeOptions = {}): Promise<Decoded> {
  return decodeNested(bytes, options, 0);
}

async function decodeNested(bytes: Uint8Array, options: DecodeOptions, depth: number): Promise<Decoded> {
  if (bytes.length > BOUNDS.fileBytes || depth > BOUNDS.depth) return refuse('file/too-large');
  const decode = FORMATS[sniffFormat(bytes)];
  return decode(bytes, options, (inside) => decodeNested(inside, options, depth + 1));
}
