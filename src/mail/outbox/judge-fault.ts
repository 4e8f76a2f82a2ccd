/** What became of one attempt to send. */
export type SendOutcome =
  | 'sent'
  | 'rejected'
  | 'retry-later'
  | 'stop-until-tomorrow'
  | 'stop-and-ask'
  | 'unknown'
  | 'not-sent';

/** What is known of an attempt that failed. */
export interface SendFault {
  /** The server's reply, '' when it gave none. */
  readonly reply: string;
  /** SMTP code of the reply, 0 when there was none. */
  readonly code: number;
  /** Whether the server had asked for the bytes (354): from then on silence proves nothing. */
  readonly dataBegun: boolean;
  /** The secret was refused. */
  readonly authentication: boolean;
  /** What the reply was about: the line and ourselves, the address of a recipient, or the mail. */
  readonly about: 'line' | 'recipient' | 'mail';
}

/** What an attempt came to. */
export interface Judgement {
  readonly outcome: SendOutcome;
  /** The next mail would meet the same: it is not tried. */
  readonly stops: boolean;
}

/** NetEase's codes for too much from one sender, whatever they are an answer to. */
const TOO_MUCH = /\b(?:HL|MI|RP|DT):[A-Z]{3}\b/;

/** Judges a failed attempt. A refusal of one recipient, for now or for good, says nothing about the others. */
export function judgeFault(fault: SendFault): Judgement {
  const outcome = judgeReply(fault);
  if (outcome === 'rejected') return { outcome, stops: false };
  return { outcome, stops: !(outcome === 'retry-later' && fault.about === 'recipient' && !TOO_MUCH.test(fault.reply)) };
}

/**
 * Judges a failed attempt. NetEase's tokens decide before the number, which has several meanings
 * (table of codes of NetEase's help pages): 451 DT:SPM is "again in two minutes", 554 DT:SPM is spam.
 */
function judgeReply(fault: SendFault): SendOutcome {
  if (fault.authentication) return 'stop-and-ask';
  if (fault.code === 0) return fault.dataBegun ? 'unknown' : 'not-sent';
  if (/\b(RP:TRC|MI:STC|HL:ITC)\b/.test(fault.reply)) return 'stop-until-tomorrow';
  if (fault.code < 500) return 'retry-later';
  if (/\bDT:SPM\b/.test(fault.reply)) return 'stop-and-ask';
  if (
    /must equal authorized user|mail from address must be same|not allowed to send|authentication is required/i.test(
      fault.reply,
    )
  )
    return 'stop-and-ask';
  // 552 is about size, wherever it comes.
  return fault.about === 'line' && fault.code !== 552 ? 'stop-and-ask' : 'rejected';
}

/** Chinese: what the outcome means for the clerk. */
export const OUTCOME_WORDS: Readonly<Record<SendOutcome, string>> = {
  sent: '已发送',
  rejected: '被退回，请核对收件地址',
  'retry-later': '服务器请稍后再发，下次运行 mingce send 时再发',
  'stop-until-tomorrow': '今天的发信数量已到上限，明天再运行 mingce send',
  'stop-and-ask': '服务器拒绝发送，已停止，需要人处理',
  unknown: '不能确定是否发出，没有重发；下次运行 mingce send --yes 时先到已发送文件夹核实',
  'not-sent': '没有发出，下次运行 mingce send 时再发',
};
