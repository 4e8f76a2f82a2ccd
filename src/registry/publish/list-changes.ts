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
    about: first
      ? `第 ${edition.version} 版。`
      : `第 ${edition.version} 版与第 ${edition.version - 1} 版相比。${sumUp(told)}`,
    columns: [
      { header: '变更', width: 8 },
      { header: '单位', width: 12 },
      { header: '名称', width: 30 },
      { header: '列', width: 22 },
      { header: '原内容', width: 30 },
      { header: '现内容', width: 30 },
      { header: '所依据邮件', width: 30 },
    ],
    lines: () =>
      told.map(({ change, value }) => [
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

/** `新增 3 行，修改 2 行（5 处），删除 1 行。`; nothing when nothing has changed. */
function sumUp(told: readonly Told[]): string {
  const count = (kind: RegisterChange['kind']): number =>
    new Set(told.flatMap(({ change }) => (change.kind === kind ? [change] : []))).size;
  const parts = [
    [count('added'), `新增 ${count('added')} 行`],
    [count('changed'), `修改 ${count('changed')} 行（${told.filter(({ value }) => value).length} 处）`],
    [count('removed'), `删除 ${count('removed')} 行`],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([, text]) => text);
  return said.length === 0 ? '' : `${said.join('，')}。`;
}

function describeMessage(sha256: string, edition: Edition): string {
  const message = edition.messageOf(sha256);
  return message ? `${message.subject}（${message.from}）` : '';
}
