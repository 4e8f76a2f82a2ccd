import type { Board } from './board.ts';

/** One thing a person should do, with the command that does it. */
export interface NextStep {
  readonly text: string;
  readonly command: string;
}

/** What needs a person next, most urgent first. */
export function nextSteps(board: Board, unreachable: number, withoutAddress: number): NextStep[] {
  const steps: NextStep[] = [];
  const held = (board.messages['held'] ?? 0) + (board.messages['quarantined'] ?? 0);
  const missing = board.forms.reduce((sum, form) => sum + form.missing, 0);
  const faulty = board.findings.block + board.findings.error;
  if (board.questions > 0) steps.push({ text: `有 ${board.questions} 件事项等您决定`, command: 'mingce decide list' });
  if (held > 0) steps.push({ text: `有 ${held} 封邮件需要查看`, command: 'mingce show messages' });
  if (faulty > 0)
    steps.push({ text: `有 ${faulty} 处阻断或错误，应退回单位修改`, command: 'mingce send --kind return' });
  if (board.unasked > 0)
    steps.push({ text: `有 ${board.unasked} 个单位还没有发过表格`, command: 'mingce send --kind request' });
  if (unreachable > 0) steps.push({ text: `有 ${unreachable} 个邮箱被退信，请核对通讯录`, command: 'mingce doctor' });
  if (withoutAddress > 0)
    steps.push({ text: `有 ${withoutAddress} 个单位没有邮箱，请补充 units.xlsx`, command: 'mingce doctor' });
  if (missing > 0 && !board.byMail)
    steps.push({ text: `还有 ${missing} 份表未报，请联系未报的单位`, command: 'mingce status' });
  // Nobody is reminded of what was never asked for.
  if (missing > 0 && board.byMail && board.unasked === 0)
    steps.push({ text: `还有 ${missing} 份表未报`, command: 'mingce send --kind reminder' });
  if (steps.length === 0) steps.push({ text: '全部报齐，可以交付成果', command: 'mingce publish' });
  return steps;
}
