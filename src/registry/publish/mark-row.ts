import type { Finding } from '../../rules/finding.ts';
import type { Severity } from '../../rules/rule.ts';
import type { CellMarkKind } from './book-styles.ts';

/** The marks of one row: the worst severity of the row, and of each column with what to write into its note. */
export interface RowMarks {
  readonly worst: CellMarkKind | undefined;
  readonly columns: ReadonlyMap<string, { readonly mark: CellMarkKind | undefined; readonly texts: readonly string[] }>;
}

const RANK: Readonly<Record<Severity, number>> = { block: 3, error: 2, warning: 1, notice: 0 };
const NO_MARKS: RowMarks = { worst: undefined, columns: new Map() };

/** Sums up the open findings of a row; waived ones and notices leave no mark. Key '' stands for the row as a whole. */
export function markRow(findings: readonly Finding[]): RowMarks {
  const open = findings.filter((finding) => !finding.waived && finding.severity !== 'notice');
  if (open.length === 0) return NO_MARKS;
  const columns = new Map<string, { mark: CellMarkKind | undefined; texts: string[] }>();
  let worst: Severity = 'notice';
  for (const { severity, place, text, remedy } of open) {
    const key = place.key ?? '';
    const column = columns.get(key) ?? { mark: undefined, texts: [] };
    column.mark = toMark(worse(column.mark ?? 'notice', severity));
    column.texts.push(`${text}。${remedy}`.replaceAll('。。', '。'));
    columns.set(key, column);
    worst = worse(worst, severity);
  }
  return { worst: toMark(worst), columns };
}

function worse(a: Severity, b: Severity): Severity {
  return RANK[b] > RANK[a] ? b : a;
}

function toMark(severity: Severity): CellMarkKind | undefined {
  return severity === 'notice' ? undefined : severity;
}
