import type { Draft } from './draft.ts';
import { differences, type LiveRow, labelOf } from './live-row.ts';
import { failsAuthentication } from './message-evidence.ts';
import { listed, type Revision } from './plan-revision.ts';

/**
 * Chinese: why a revision must not take effect by itself; '' when it may. `current` are the rows in force, `fresh` those
 * of the submission; `resent` says that the very same files were taken before.
 */
export function findDoubt(
  draft: Draft,
  current: readonly LiveRow[],
  fresh: readonly LiveRow[],
  revision: Revision,
  resent: boolean,
): string {
  return (
    revision.doubt || (resent ? resentDoubt(fresh, revision) : '') || strangerDoubt(draft, current, fresh, revision)
  );
}

/** An old file that comes again after some of its rows were dropped or taken back: perhaps a slip, perhaps not. */
function resentDoubt(fresh: readonly LiveRow[], revision: Revision): string {
  const gone = fresh.filter((_, at) => revision.pairs[at] === -1).map(labelOf);
  return gone.length === 0
    ? ''
    : `文件与此前报送的完全相同，而其中 ${gone.length} 行后来已被删除或撤回（${listed(gone)}）`;
}

/** Nobody unknown may change or take away what somebody else reported; a forged sender is nobody's own. */
function strangerDoubt(
  draft: Draft,
  current: readonly LiveRow[],
  fresh: readonly LiveRow[],
  revision: Revision,
): string {
  if (draft.trusted) return '';
  const { address } = draft.reading.from;
  const forged = failsAuthentication(draft.reading);
  const changed = fresh.flatMap((row, index) => {
    const old = current[revision.pairs[index] ?? -1];
    return old && differences(draft.form, old.fields, row.fields).length > 0 ? [old] : [];
  });
  const touched = new Set([...revision.removed.flatMap((at) => current[at] ?? []), ...changed]);
  const strange = [...touched].some((row) => forged || row.draft.reading.from.address !== address);
  if (!strange) return '';
  const why = forged ? '未通过邮件服务器的真实性验证' : '不在通讯录中';
  return `发件人 ${address || '（无地址）'} ${why}，而来件会改动已经采用的 ${touched.size} 行`;
}
