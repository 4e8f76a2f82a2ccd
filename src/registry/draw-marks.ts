import type { Form } from '../forms/form.ts';
import type { Finding } from '../rules/finding.ts';
import type { Severity } from '../rules/rule.ts';
import type { CellMark, MarkLine, MarkPlan } from '../sheet/mark.ts';
import { sayDeadline } from './say-deadline.ts';
import type { SourcedTable } from './submission.ts';

const RANK: Readonly<Record<Severity, number>> = { block: 0, error: 1, warning: 2, notice: 3 };

/** Comments longer than this are hard to read in a cell. */
const LONGEST_COMMENT = 600;

/** What the marks of one returned file rest on. */
export interface MarkSource {
  readonly unitName: string;
  readonly form: Form;
  /** Message (sha256) and path of the file. */
  readonly message: string;
  readonly path: string;
  readonly tables: readonly SourcedTable[];
  readonly findings: readonly Finding[];
  /** Last day, YYYY-MM-DD. */
  readonly due: string;
  /** Day on which it is returned, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * What is marked in one returned file: a comment on each cell with a fault and a line for every finding.
 * Findings that are waived are left out; notices have a line and no colour.
 */
export function drawMarks(source: MarkSource): MarkPlan {
  const findings = source.findings
    .filter(({ place, waived }) => place.message === source.message && place.path === source.path && !waived)
    .sort(inOrder);
  return { heading: heading(source, findings), cells: cellMarks(findings), lines: findings.map(line) };
}

function inOrder(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    (a.place.sheet ?? '').localeCompare(b.place.sheet ?? '', 'zh') ||
    (a.place.row ?? 0) - (b.place.row ?? 0)
  );
}

function heading(source: MarkSource, findings: readonly Finding[]): string[] {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const rows = source.tables.reduce((sum, { table }) => sum + table.rows.length, 0);
  const must = count('block') + count('error');
  return [
    `${source.unitName} ${source.form.annex} ${source.form.title}校验结果`,
    `共读到 ${rows} 行；必须修改 ${must} 处，请核对 ${count('warning')} 处，已自动处理或说明 ${count('notice')} 处。`,
    `请在原表中直接修改标色的单元格（红色必须修改，黄色请核对），${sayDeadline([source.due], source.today)}回复邮件，发回本表。本页不用删除。`,
  ];
}

function cellMarks(findings: readonly Finding[]): CellMark[] {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { sheet, cell } = finding.place;
    if (sheet === undefined || cell === undefined || cell === '' || finding.severity === 'notice') continue;
    const key = JSON.stringify([sheet, cell]);
    byCell.set(key, [...(byCell.get(key) ?? []), finding]);
  }
  return [...byCell.values()].flatMap((group) => {
    const [worst] = group;
    if (!worst) return [];
    const texts = group.map((finding) => `${finding.text}\n${finding.remedy}${proposal(finding)}`);
    return [
      {
        sheet: worst.place.sheet ?? '',
        cell: worst.place.cell ?? '',
        severity: worst.severity,
        comment: shortened([...new Set(texts)].join('\n')),
      },
    ];
  });
}

function proposal(finding: Finding): string {
  return finding.fix === undefined || finding.applied === true ? '' : `\n建议改为：${finding.fix}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_COMMENT ? text : `${text.slice(0, LONGEST_COMMENT - 1)}…`;
}

function line(finding: Finding): MarkLine {
  return {
    severity: finding.severity,
    sheet: finding.place.sheet ?? '',
    cell: finding.place.cell ?? '',
    row: finding.place.row === undefined ? '' : String(finding.place.row),
    column: finding.place.column ?? '',
    name: finding.name ?? '',
    seen: finding.seen,
    text: finding.text,
    remedy: finding.remedy,
    fix: finding.applied === true ? '' : (finding.fix ?? ''),
  };
}
