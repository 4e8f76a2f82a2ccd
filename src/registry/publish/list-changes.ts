import type { Form } from '../../forms/form.ts';
import type { RegisterChange } from './diff-registers.ts';
import type { ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';

const KIND_WORDS: Readonly<Record<RegisterChange['kind'], string>> = {
  added: '新增',
  removed: '删除',
  changed: '修改',
};

/** Sheet 变更记录: what differs from the version last published, one line a row or changed cell. */
export function listChanges(
  form: Form,
  changes: readonly RegisterChange[],
  edition: Edition,
  first: boolean,
): ListSheet {
  const headers = new Map(form.columns.map((column) => [column.key, column.header]));
  return {
    name: '变更记录',
    about: first ? `第 ${edition.version} 版。` : `第 ${edition.version} 版与第 ${edition.version - 1} 版相比。`,
    columns: [
      { header: '变更', width: 8 },
      { header: '单位', width: 12 },
      { header: '名称', width: 30 },
      { header: '列', width: 22 },
      { header: '原内容', width: 30 },
      { header: '现内容', width: 30 },
      { header: '所依据邮件', width: 30 },
    ],
    lines: changes
      .filter((change) => change.form === form.form)
      .flatMap((change) => {
        const values = change.kind === 'changed' ? change.values : [{ key: '', from: '', to: '' }];
        return values.map(({ key, from, to }) => [
          KIND_WORDS[change.kind],
          change.unitName,
          change.name,
          key === '' ? '整行' : (headers.get(key) ?? key),
          from,
          to,
          describeMessage(change.message, edition),
        ]);
      }),
    nothing: first ? '首次发布，没有上一版可比。' : '与上一版相比没有变化。',
    tabColor: '548235',
  };
}

function describeMessage(sha256: string, edition: Edition): string {
  const message = edition.messageOf(sha256);
  return message ? `${message.subject}（${message.from}）` : '';
}
