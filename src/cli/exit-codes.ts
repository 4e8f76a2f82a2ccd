/** Exit codes of every command. */
export const EXIT = {
  /** All clean, nothing for a person to do. */
  clean: 0,
  /** Findings, refusals, questions or missing units need a person. */
  attention: 1,
  /** Usage or set-up has to be mended. */
  usage: 2,
  /** A server or disk does not answer. */
  outage: 3,
  /** A fault of the program. */
  bug: 70,
} as const;

/** What each exit code means, in Chinese. */
export const EXIT_MEANINGS: Readonly<Record<number, string>> = {
  0: '一切正常，没有待办',
  1: '有问题、退件、待定事项或未报单位，需要人处理',
  2: '用法或设置有误',
  3: '服务器或磁盘没有响应',
  70: '程序自身的错误',
};
