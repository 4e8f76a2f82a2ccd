import type { Decoded, Refusal } from '../grid.ts';

const ASK_WORKBOOK = '请发送 Excel 表格（xlsx）';
const ASK_SCAN = '请发送可填写的 Excel 表格（xlsx），扫描件、照片只作盖章存档';
const ASK_AGAIN = '请用 Excel 或 WPS 打开确认无误，另存为 xlsx 后重新发送';

/** Every reason why a file is not read, by code: what was seen, and what to ask the sender for. */
const REFUSALS = {
  'file/empty': ['文件是空的（0 字节或没有内容）', '请确认附件能打开后重新发送'],
  'file/empty-workbook': ['文件能打开，但里面没有填写任何单元格', '请确认发送的是填好的表格，重新发送'],
  'file/no-table': ['文档里没有表格', ASK_WORKBOOK],
  'file/pdf': ['附件是 PDF，不是可填写的表格', ASK_SCAN],
  'file/picture': ['附件是图片，不是可填写的表格', ASK_SCAN],
  'file/ofd': ['附件是 OFD 版式文件，不是可填写的表格', ASK_SCAN],
  'file/media': ['附件是音频或视频', ASK_WORKBOOK],
  'file/program': ['附件是程序文件，已拦下，没有打开', ASK_WORKBOOK],
  'file/archive': ['附件是压缩包，没有作为表格读取', '请把压缩包里的表格直接作为附件发送'],
  'file/rtf': ['附件是 RTF 文档，读不出表格', '请复制到 Excel 表格，存为 xlsx 后发送'],
  'file/web-archive': ['附件是“单个文件网页”（mht）', ASK_AGAIN],
  'file/presentation': ['附件是演示文稿，不是表格', ASK_WORKBOOK],
  'file/not-workbook': ['附件不是表格文件', ASK_WORKBOOK],
  'file/password-needed': ['表格设了打开密码', '请把打开密码告诉我们，或者去掉密码后重新发送'],
  'file/password-protected': ['表格设了打开密码，试过的密码都不对', '请把打开密码告诉我们，或者去掉密码后重新发送'],
  'file/encryption-unknown': ['表格用了读不了的加密方式', '请去掉密码或加密后重新发送'],
  'file/corrupt': ['文件已损坏，读不出来', ASK_AGAIN],
  'file/damaged-text': ['文件里的文字已损坏或编码无法识别', ASK_AGAIN],
  'file/unsafe-xml': ['文件含有不安全的 XML 实体定义，没有打开', ASK_AGAIN],
  'file/too-large': ['表格过大，超出可读范围', '请只保留需要报送的行和工作表，另存为 xlsx 后重新发送'],
  'file/too-slow': ['文件在规定时间内读不完，可能已损坏', ASK_AGAIN],
  'file/too-much-memory': ['文件展开后过大，超出可读范围', ASK_AGAIN],
} as const satisfies Record<string, readonly [string, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** The refusal of a code, as the answer of a decoder. */
export function refuse(code: RefusalCode): { readonly ok: false; readonly refusal: Refusal } & Decoded {
  const [text, ask] = REFUSALS[code];
  return { ok: false, refusal: { code, text, ask } };
}
