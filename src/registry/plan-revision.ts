import { type Intent, readIntent } from '../text/intent.ts';
import type { Draft } from './draft.ts';
import { differences, type LiveRow, labelOf, pairLive } from './live-row.ts';
import type { Submission } from './submission.ts';
import type { ReportingUnit } from './unit.ts';

/** What a submission would do to the rows in force. */
export interface Revision {
  readonly kind: Submission['kind'];
  /** Index into the rows in force for each new row, -1 for an added one. */
  readonly pairs: readonly number[];
  /** Indexes of rows in force that would go. */
  readonly removed: readonly number[];
  readonly preview: Submission['preview'];
  /** Ids of the submissions whose rows it touches. */
  readonly touches: readonly string[];
  /** Chinese: why it must not take effect by itself; '' when it may. */
  readonly doubt: string;
  /** Chinese: how it was recognised. */
  readonly reason: string;
}

/** More rows than this share must not go unasked. */
const MOST_REMOVED = 0.2;
/** Words like 以此为准 allow more, yet never nearly everything. */
const MOST_REMOVED_WHEN_SAID = 0.5;

/** The words of a mail that carries a table: subject, file names, own text. */
export function intentOf(draft: Draft): Intent {
  const { subject, text } = draft.reading;
  const paths = draft.tables.map((one) => one.path);
  // 附件2（作废） beside 附件2 speaks of itself alone.
  const spoken = paths.filter((path) => !readIntent(path).withdrawal);
  return readIntent([subject, ...(spoken.length > 0 ? spoken : paths), text.slice(0, 1000)].join('\n'));
}

/** True when the words ask to take back what the table lists, and nothing else. */
export function asksToWithdraw(draft: Draft): boolean {
  const { withdrawal, addition, correction, full } = intentOf(draft);
  return withdrawal && !addition && !correction && !full;
}

/** Recognises a submission as full, patch, withdrawal or repeat, from overlap and content first and words second. */
export function planRevision(
  draft: Draft,
  unit: ReportingUnit,
  current: readonly LiveRow[],
  fresh: readonly LiveRow[],
  order?: 'full' | 'patch' | 'withdrawal',
): Revision {
  const intent = intentOf(draft);
  const pairs = pairLive(current, fresh);
  const matched = new Set(pairs.filter((at) => at >= 0));
  if (order === 'withdrawal' || (order === undefined && asksToWithdraw(draft))) {
    const revision = finish(draft, current, fresh, pairs, [...matched], 'withdrawal', '来件要求撤回表中各行');
    const unknown = fresh.filter((_, at) => pairs[at] === -1).map(labelOf);
    if (order === 'withdrawal' || unknown.length === 0) return revision;
    return {
      ...revision,
      doubt: `来件要求撤回，但表中有 ${unknown.length} 行不在已采用的内容中（${listed(unknown)}）`,
    };
  }
  if (draft.form.rowsPerUnit === 'one' && unit.kind === 'area') return replaceAll(draft, current, fresh);
  if (current.length === 0) return finish(draft, current, fresh, pairs, [], 'full', '首次报送');
  if (matched.size === 0) return finish(draft, current, fresh, pairs, [], 'patch', '新增的行，与已报各行没有重复');
  const touched = new Set([...matched].map((at) => current[at]?.draft.id ?? ''));
  const mine = current.flatMap((row, at) => (touched.has(row.draft.id) ? [at] : []));
  const missing = mine.filter((at) => !matched.has(at));
  const share = missing.length / mine.length;
  const said = (intent.addition || intent.correction) && !intent.full;
  // A second correction of the same row leaves nothing out of the first, and is no whole table for that.
  const isPart = share > 0 ? !(intent.correction && share <= MOST_REMOVED) : isPartOf(draft, current, fresh);
  if (order === 'patch' || (order === undefined && said && isPart))
    return finish(draft, current, fresh, pairs, [], 'patch', intent.addition ? '补报' : '更正部分行');
  const allowed = intent.full ? MOST_REMOVED_WHEN_SAID : MOST_REMOVED;
  const revision = finish(
    draft,
    current,
    fresh,
    pairs,
    missing,
    'full',
    missing.length === mine.length ? '替换' : '重新报送的完整表格',
  );
  if (order === 'full' || share <= allowed) return revision;
  const names = listed(missing.map((at) => nameOfRow(current[at])));
  return {
    ...revision,
    doubt: `这份表只有 ${fresh.length} 行，已报的 ${mine.length} 行中有 ${missing.length} 行不在其中（${names}），来件没有说明是补充还是替换`,
  };
}

/** Fewer rows than the unit has, or not all of the columns. */
function isPartOf(draft: Draft, current: readonly LiveRow[], fresh: readonly LiveRow[]): boolean {
  const lacks = draft.tables.some(({ table }) => table.missing.some((key) => key !== draft.form.sequenceColumn));
  return lacks || fresh.length < current.length;
}

/** `甲、乙、丙、丁、戊等`: at most five names. */
export function listed(names: readonly string[]): string {
  return `${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}`;
}

function replaceAll(draft: Draft, current: readonly LiveRow[], fresh: readonly LiveRow[]): Revision {
  const pairs = fresh.map((_, at) => (at < current.length ? at : -1));
  const removed = current.flatMap((_, at) => (at >= fresh.length ? [at] : []));
  return finish(draft, current, fresh, pairs, removed, 'full', current.length === 0 ? '首次报送' : '后报的替换先报的');
}

function finish(
  draft: Draft,
  current: readonly LiveRow[],
  fresh: readonly LiveRow[],
  pairs: readonly number[],
  removed: readonly number[],
  kind: Submission['kind'],
  reason: string,
): Revision {
  const added: string[] = [];
  const changed: string[] = [];
  let same = 0;
  for (const [at, row] of fresh.entries()) {
    const old = current[pairs[at] ?? -1];
    if (!old) added.push(labelOf(row));
    else if (differences(draft.form, old.fields, row.fields).length === 0) same += 1;
    else changed.push(labelOf(row));
  }
  const touches = new Set(pairs.flatMap((at) => current[at]?.draft.id ?? []));
  const base = { pairs, removed, touches: [...touches].sort(), doubt: '' };
  const gone = removed.map((at) => nameOfRow(current[at]));
  if (kind === 'withdrawal')
    return { ...base, kind, reason, preview: { added: [], changed: [], same: 0, removed: gone } };
  const nothing = added.length === 0 && changed.length === 0 && gone.length === 0;
  return {
    ...base,
    kind: nothing ? 'repeat' : kind,
    reason: nothing ? '内容与已报的相同' : reason,
    preview: { added, removed: gone, changed, same },
  };
}

function nameOfRow(row: LiveRow | undefined): string {
  return row ? labelOf(row) : '';
}
