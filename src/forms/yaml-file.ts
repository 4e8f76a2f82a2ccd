import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { UserError } from '../text/user-error.ts';
import { yamlValues } from './yaml-values.ts';

/** Keys and list positions from the top of a YAML file to the place of a mistake. */
export type YamlPath = readonly (string | number)[];

/** What is wrong in a YAML file, where, and what to do. */
export interface YamlMistake {
  readonly path: YamlPath;
  readonly text: string;
  readonly remedy: string;
}

/** The plain values of a YAML file, and the error that names a mistake in it by file, line and key. */
export interface YamlFile {
  readonly values: unknown;
  readonly mistaken: (mistake: YamlMistake) => UserError;
}

const LONGEST_KEY = 40;

/** Parses a YAML file of the office; `what` names it in messages: 表格定义 x.yaml. Throws UserError when it is no YAML. */
export function readYamlFile(yaml: string, what: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const [broken] = document.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    // The package says why in English.
    throw new UserError(
      `${what} 第 ${line} 行不是正确的 YAML`,
      '请检查该行和上一行的缩进、冒号和引号；冒号后面要有一个空格。',
    );
  }
  return {
    values: yamlValues(document, what),
    mistaken: ({ path, text, remedy }) => {
      const where = path.length > 0 ? path.map(brief).join('.') : '文件开头';
      return new UserError(`${what} 第 ${lineOf(document, lines, path)} 行 ${where}：${text}`, remedy);
    },
  };
}

/** Line of the deepest part of the path that the file holds; of a key, not of its value. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const start = startOf(document, path.slice(0, length));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function startOf(document: ReturnType<typeof parseDocument>, path: YamlPath): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const item = document.getIn(path, true) as { readonly range?: readonly [number, number, number] } | undefined;
  return item?.range?.[0];
}

/** A key as YAML allows it, a whole list for example, in a few words. */
export function brief(key: string | number): string {
  const text = String(key).replace(/\s+/g, ' ');
  return text.length > LONGEST_KEY ? `${text.slice(0, LONGEST_KEY)}…` : text;
}
