import { check as checkFlow, type UnitCheck } from '../../flows/check.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { SEVERITY_WORDS } from '../severity-words.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** Lines printed for one group of the same fault before the rest is counted. */
const LINES_PER_GROUP = 5;

/** `mingce check` */
export const check: Command = {
  options: (builder) =>
    builder
      .option('unit', { type: 'string', describe: '只看一个报送单位（代码）' })
      .option('all', { type: 'boolean', default: false, describe: '列出每一处，也列出提示' }),
  async run(args, io) {
    const unit = textOf(args, 'unit');
    const all = await withCampaign(args, (campaign) => checkFlow(campaign, io.tools));
    const checks = unit === undefined ? all : all.filter((one) => one.unit === unit);
    if (args['json'] === true) writeJson(checks, io);
    else for (const one of checks) printUnit(one, args['all'] === true, io);
    const open = checks.reduce((sum, { counts }) => sum + counts.block + counts.error + counts.warning, 0);
    if (args['json'] !== true)
      io.out(
        open === 0 ? '没有需要处理的问题。' : `需要处理的问题共 ${open} 处。用 mingce explain <代码> 查看一条规则。`,
      );
    return open === 0 ? EXIT.clean : EXIT.attention;
  },
};

function printUnit(one: UnitCheck, all: boolean, io: Io): void {
  const { counts } = one;
  io.out(
    `\n【${one.unitName}】阻断 ${counts.block}，错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.notice}`,
  );
  for (const { code, severity, remedy, findings } of one.groups) {
    if (severity === 'notice' && !all) continue;
    io.out(`  ${SEVERITY_WORDS[severity]} ${code}（${findings.length} 处）`);
    const shown = all ? findings : findings.slice(0, LINES_PER_GROUP);
    for (const finding of shown) io.out(`    ${finding.text}`);
    if (findings.length > shown.length) io.out(`    …… 还有 ${findings.length - shown.length} 处，加 --all 全部列出`);
    if (remedy !== '') io.out(`    怎样改：${remedy}`);
  }
}
