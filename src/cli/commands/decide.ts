import { applyAnswers, type DecisionReport, listQuestions, recordDecision, setAnswer } from '../../flows/decide.ts';
import type { Campaign } from '../../flows/open-campaign.ts';
import { undoDecision } from '../../flows/undo-decision.ts';
import { UserError } from '../../text/user-error.ts';
import { type Args, type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** `mingce decide [list | apply <file> | set <question> <answer> | waive | revert | value | undo]` */
export const decide: Command = {
  options: (builder) =>
    builder
      .positional('action', {
        choices: ['list', 'apply', 'set', 'waive', 'revert', 'value', 'undo'] as const,
        default: 'list' as const,
        describe: '要做的事',
      })
      .positional('target', {
        type: 'string',
        array: true,
        describe:
          'apply 表格；set 事项编号 答复；waive 问题代码[@行编号]；revert 报送编号；value 行编号#列 值；undo 决定时写的编号',
      })
      .option('reason', { type: 'string', describe: '理由' })
      .option('who', { type: 'string', describe: '谁作的决定（默认取系统用户名）' })
      .option('until', { type: 'string', describe: '豁免到哪一天（YYYY-MM-DD）' }),
  run: (args, io) => withCampaign(args, (campaign) => act(campaign, args, io)),
};

async function act(campaign: Campaign, args: Args, io: Io): Promise<number> {
  const [first, second] = targetsOf(args);
  switch (textOf(args, 'action')) {
    case 'apply':
      return report(
        await applyAnswers(
          campaign,
          need(first, '请写明填好的表格，例如 mingce decide apply 待处理.xlsx'),
          whoOf(args, io),
          io.tools,
        ),
        args,
        io,
      );
    case 'set': {
      const question = need(first, '请写明事项编号和答复：mingce decide set <编号> <答复> --reason 理由');
      const answer = need(second, '请写明答复：mingce decide set <编号> <答复> --reason 理由');
      const made = await setAnswer(campaign, question, answer, reasonOf(args), whoOf(args, io), io.tools);
      for (const refused of made.refused)
        throw new UserError(`没有采纳：${refused.reason}`, '运行 mingce decide list 查看事项编号和可选的答复。');
      return report(made, args, io);
    }
    case 'waive':
      return record(
        campaign,
        'waiver',
        need(first, '请写明问题代码：mingce decide waive uscc/check-digit@行编号 --reason 理由'),
        '',
        args,
        io,
      );
    case 'revert':
      return record(
        campaign,
        'revert',
        need(first, '请写明报送编号：mingce decide revert <编号> --reason 理由'),
        '',
        args,
        io,
      );
    case 'value': {
      const subject = need(first, '请写明行和列：mingce decide value <行编号>#<列标识> <值> --reason 理由');
      return record(campaign, 'value', subject, need(second, '请写明新的值'), args, io);
    }
    case 'undo': {
      const subject = need(first, '请写明要收回的决定所写的编号：mingce decide undo <编号> --reason 理由');
      undoDecision(campaign, subject, reasonOf(args), whoOf(args, io), io.tools);
      return sayRecorded(args, io);
    }
    case 'list':
    case undefined:
    default:
      return list(campaign, args, io);
  }
}

async function list(campaign: Campaign, args: Args, io: Io): Promise<number> {
  const { questions, path } = await listQuestions(campaign, io.tools);
  if (args['json'] === true) {
    writeJson(questions, io);
    return questions.length === 0 ? EXIT.clean : EXIT.attention;
  }
  for (const question of questions) {
    io.out(`\n${question.id}  ${question.question}`);
    for (const side of question.sides)
      io.out(`    ${side.answer}：${side.label}${side.source === '' ? '' : `（${side.source}）`}`);
  }
  io.out(
    questions.length === 0
      ? '没有待定事项。'
      : `\n待定事项 ${questions.length} 件，已写入 ${path}。可在表格里答复后运行 mingce decide apply ${path}，或 mingce decide set <编号> <答复> --reason 理由`,
  );
  return questions.length === 0 ? EXIT.clean : EXIT.attention;
}

function report(result: DecisionReport, args: Args, io: Io): number {
  if (args['json'] === true) writeJson([result], io);
  else {
    io.out(`已记录 ${result.made} 件决定。`);
    for (const refused of result.refused)
      io.out(`第 ${refused.row} 行（${refused.question}）没有采纳：${refused.reason}`);
  }
  return result.refused.length === 0 ? EXIT.clean : EXIT.attention;
}

async function record(
  campaign: Campaign,
  kind: 'waiver' | 'revert' | 'value',
  subject: string,
  answer: string,
  args: Args,
  io: Io,
): Promise<number> {
  const until = textOf(args, 'until') ?? '';
  if (until !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw new UserError(`日期“${until}”写法不对`, '请写成 2025-03-31 的样子。');
  await recordDecision(
    campaign,
    { kind, subject, answer, reason: reasonOf(args), who: whoOf(args, io), until },
    io.tools,
  );
  return sayRecorded(args, io);
}

function sayRecorded(args: Args, io: Io): number {
  if (args['json'] === true) writeJson([{ made: 1, refused: [] }], io);
  else io.out('已记录。');
  return EXIT.clean;
}

function reasonOf(args: Args): string {
  return need(textOf(args, 'reason'), '请用 --reason 写明理由');
}

function whoOf(args: Args, io: Io): string {
  return textOf(args, 'who') ?? io.tools.environment['USER'] ?? io.tools.environment['USERNAME'] ?? '未署名';
}

function targetsOf(args: Args): readonly (string | undefined)[] {
  const target = args['target'];
  return Array.isArray(target) ? target.map(String) : [];
}

function need(value: string | undefined, advice: string): string {
  if (value === undefined || value.trim() === '') throw new UserError('缺少内容', advice);
  return value;
}
