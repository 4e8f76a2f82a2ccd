import { Form } from './form.ts';
import { tellIssue } from './tell-issue.ts';
import { readYamlFile, type YamlMistake, type YamlPath } from './yaml-file.ts';

/**
 * Reads one form definition. `source` is its file name, used in messages only.
 * Throws UserError naming file, line, key and remedy.
 */
export function loadForm(yaml: string, source: string): Form {
  const file = readYamlFile(yaml, `表格定义 ${source}`);
  const parsed = Form.safeParse(file.values);
  if (!parsed.success) {
    const remedy = '请对照 templates/forms 下的表格定义补全、改正或删去。';
    throw file.mistaken({ ...tellIssue(parsed.error.issues), remedy });
  }
  const mistake = findMistake(parsed.data);
  if (mistake) throw file.mistaken(mistake);
  return parsed.data;
}

/** Cross-field checks: every key that is named must exist, and no key stands twice. */
function findMistake(form: Form): YamlMistake | undefined {
  const keys = form.columns.map((column) => column.key);
  const known = new Set(keys);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice >= 0) {
    return {
      path: ['columns', twice, 'key'],
      text: `列标识 ${keys[twice]} 出现两次`,
      remedy: '请为每一列取不同的 key。',
    };
  }
  for (const name of ['label', 'unitColumn', 'sequenceColumn'] as const) {
    if (form[name] !== '' && !known.has(form[name])) return unknownKey([name], form[name], keys);
  }
  for (const [index, identity] of form.identity.entries()) {
    const missing = identity.split('+').find((key) => !known.has(key));
    if (missing !== undefined) return unknownKey(['identity', index], missing, keys);
  }
  const choice = form.columns.findIndex((column) => column.kind === 'choice' && column.vocabulary === undefined);
  if (choice >= 0) {
    return {
      path: ['columns', choice, 'kind'],
      text: '选择列没有写明词表',
      remedy: '请加一行 vocabulary: 词表名，并在 vocabularies 下列出选项，或使用内置词表。',
    };
  }
  return undefined;
}

function unknownKey(path: YamlPath, key: string, keys: readonly string[]): YamlMistake {
  return { path, text: `没有名为 ${key} 的列`, remedy: `请改为已有的列标识之一：${keys.join('、')}。` };
}
