import type { MailFile } from '../message.ts';

/** Why a file of a mail is set aside without being opened. */
export type FileRefusal = NonNullable<MailFile['refusal']>;

const ASK_PLAIN = '请把表格直接作为附件发送，不要压缩';
const NOTHING = '不需要处理';

const REFUSALS = {
  'file/system-file': ['签名图片、名片、系统自带的小文件，不是表格', NOTHING],
  'file/password-archive': ['压缩包设了密码，打不开', '请去掉密码后重新发送，或者把表格直接作为附件发送'],
  'file/damaged-archive': ['压缩包已损坏或不完整，打不开', ASK_PLAIN],
  'file/archive-volume': ['只收到分卷压缩包的一部分', ASK_PLAIN],
  'file/archive-too-large': ['压缩包展开后过大或文件过多，没有打开', '请只把需要报送的表格作为附件发送'],
  'file/archive-too-deep': ['压缩包套压缩包的层数过多，没有打开', ASK_PLAIN],
  'file/archive-unknown': ['压缩包用了读不了的压缩方式', ASK_PLAIN],
  'file/empty-archive': ['压缩包里没有文件', '请确认压缩包里有填好的表格，重新发送'],
  'file/damaged-mail': ['作为附件转来的邮件已损坏，打不开', '请把原来的表格直接作为附件发送'],
  'file/encrypted-mail': ['邮件内容经过加密，打不开', '请不要加密邮件，重新发送'],
} as const satisfies Record<string, readonly [string, string]>;

export type FileRefusalCode = keyof typeof REFUSALS;

/** The refusal of a code, with what to ask the sender for. */
export function refusalOf(code: FileRefusalCode): FileRefusal {
  const [text, ask] = REFUSALS[code];
  return { code, text, ask };
}
