import type { Command } from './command.ts';

/** One line a command. A command's code and packages are loaded only when it runs. */
export interface CommandEntry {
  readonly usage: string;
  readonly describe: string;
  readonly load: () => Promise<Command>;
}

/** Every command of the program, in the order a clerk meets them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    usage: 'init <dir>',
    describe: '建立工作文件夹（带本次通知和报送单位）',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    usage: 'doctor',
    describe: '逐步检查邮箱、发信、文件夹和通讯录',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    usage: 'template',
    describe: '生成发给各单位的填报表格',
    load: async () => (await import('./commands/template.ts')).template,
  },
  {
    usage: 'send',
    describe: '发邮件：先列出计划，加 --yes 才发送',
    load: async () => (await import('./commands/send.ts')).send,
  },
  {
    usage: 'harvest',
    describe: '收取新邮件，或收取文件夹里的邮件和表格',
    load: async () => (await import('./commands/harvest.ts')).harvest,
  },
  {
    usage: 'check',
    describe: '读取并校验，按单位列出问题',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    usage: 'merge',
    describe: '汇总成册，列出各单位行数',
    load: async () => (await import('./commands/merge.ts')).merge,
  },
  {
    usage: 'publish',
    describe: '生成全省汇总表等全部成果',
    load: async () => (await import('./commands/publish.ts')).publish,
  },
  {
    usage: 'run',
    describe: '收取、校验、汇总、发布、起草答复，一次完成',
    load: async () => (await import('./commands/run.ts')).run,
  },
  {
    usage: 'decide [action] [target..]',
    describe:
      '处理待定事项：list 列出、apply 读回表格、set 决定一件、waive 豁免、revert 撤回报送、value 改一格、undo 收回决定',
    load: async () => (await import('./commands/decide.ts')).decide,
  },
  {
    usage: 'status',
    describe: '报送情况：谁已报、谁未报、谁有错',
    load: async () => (await import('./commands/status.ts')).status,
  },
  {
    usage: 'show <subject>',
    describe: '查看 messages、files、submissions、findings、register、units、events、questions',
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    usage: 'explain <what..>',
    describe: '解释一个问题代码、成果中的一个单元格或一封邮件',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    usage: 'verify',
    describe: '核对台账、邮件原件和服务器是否一致',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    usage: 'rebuild',
    describe: '从邮件原件和台账重新推导全部成果',
    load: async () => (await import('./commands/rebuild.ts')).rebuild,
  },
  {
    usage: 'demo [dir]',
    describe: '用自带样例演示全过程（不联网），放在临时文件夹或指定的新文件夹里',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
];
