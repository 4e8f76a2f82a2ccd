import { CREDIT_CHARACTERS } from '../codes/credit-code.ts';
import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { proposeCreditCode } from '../codes/repair-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import { isPlaceholder } from '../placeholder.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** The characters at fault, each once; with none, the letters among the digits of the division. */
function strangers(text: string): string {
  const strange = [...text].filter((character) => !CREDIT_CHARACTERS.includes(character));
  const letters = strange.length > 0 ? strange : [...text.slice(2, 8)].filter((character) => !/\d/.test(character));
  return [...new Set(letters)].slice(0, 8).join(' ');
}

/** Signs, Chinese characters, or a letter among the digits of the division. */
export const usccCharacters: CellRule = {
  scope: 'cell',
  code: 'uscc/characters',
  severity: 'error',
  title: '信用代码含有不该有的字符',
  message: '“{column}”“{seen}”含有代码中不会出现的字符：{characters}',
  remedy: '统一社会信用代码只用数字和大写字母（不含 I、O、S、V、Z），第3至8位为数字，请对照证书改正。',
  example: { wrong: '1251010一4507123', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：代码字符集',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseCreditCode(text) !== 'characters' || isPlaceholder(text)) return [];
    const repair = proposeCreditCode(text, siblingValue(input.fields, input.parameters, 'organizationCode'));
    return faultAt(input, { ...repair, detail: { characters: strangers(text) } });
  },
};
