import type { Form } from '../../forms/form.ts';
import type { RegisterChange } from './diff-registers.ts';
import type { ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';

const KIND_WORDS: Readonly<Record<RegisterChange['kind'], string>> = {
  added: '新增',
  removed: '删除',
  changed: '修改',
};

/** One line: a whole row, or one changed value of it. */
interface Told {
  readonly change: RegisterChange;
  readonly value: RegisterChange['values'][number] | undefined;
}

/** Sheet 变更记录: what differs from the version last published, one line a row or changed cell. */
export function listChanges(
  form: Form,
  changes: readonly RegisterChange[],
  edition: Edition,
  first: boolean,
): ListSheet {
  const headers = new Map(form.columns.map((column) => [column.key, column.header]));
  const told: Told[] = changes
    .filter((change) => change.form === form.form)
    .flatMap((change) => [
      ...(change.kind === 'changed' ? [] : [{ change, value: undefined }]),
      ...change.values.map((value) => ({ change, value })),
    ]);
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
    lines: told.map(({ change, value }) => [
      KIND_WORDS[change.kind],
      change.unitName,
      change.name,
      value ? (headers.get(value.key) ?? value.key) : '整行',
      value?.from ?? '',
      value?.to ?? '',
      describeMessage(change.message, edition),
    ]),
    nothing: first ? '首次发布，没有上一版可比。' : '与上一版相比没有变化。',
    tabColor: 'FF548235',
    originOf: (index) => {
      const line = told[index];
      if (!line) return undefined;
      const row = edition.rowsOf(form).find((one) => one.id === line.change.id);
      return { row, key: line.value?.key ?? '', text: `与上一版相比${KIND_WORDS[line.change.kind]}` };
    },
  };
}

function describeMessage(sha256: string, edition: Edition): string {
  const message = edition.messageOf(sha256);
  return message ? `${message.subject}（${message.from}）` : '';
}
