import type { SendLine } from '../flows/send-report.ts';

/** Chinese words of the kinds of mail that are sent. */
export const KIND_WORDS: Readonly<Record<SendLine['kind'], string>> = {
  request: '发表',
  reminder: '催报',
  return: '退回修改',
  receipt: '回执',
  question: '询问',
};

/** Chinese words, short, of what became of a mail. */
export const SHORT_OUTCOMES: Readonly<Record<SendLine['outcome'], string>> = {
  planned: '待发送',
  sent: '已发送',
  rejected: '被退回',
  'retry-later': '稍后再发',
  'stop-until-tomorrow': '明天再发',
  'stop-and-ask': '被拒绝',
  unknown: '不能确定',
  'not-sent': '未发送',
};
