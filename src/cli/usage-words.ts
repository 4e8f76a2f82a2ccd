/** What yargs says about wrong arguments, in the words of this program; keys are its own English phrases. */
export const USAGE_WORDS: Readonly<Record<string, string | { readonly one: string; readonly other: string }>> = {
  'Not enough non-option arguments: got %s, need at least %s': same('命令后面还缺内容（写了 %s 个，至少要 %s 个）'),
  'Too many non-option arguments: got %s, maximum of %s': same('命令后面的内容多了（写了 %s 个，最多 %s 个）'),
  'Missing required argument: %s': same('还缺 %s'),
  'Unknown argument: %s': same('不认识“%s”，可能写错了'),
  'Not enough arguments following: %s': '%s 后面没有写内容',
  'Invalid values:': '写法不对：',
  'Argument: %s, Given: %s, Choices: %s': '%s 不能是 %s，可以是 %s',
};

function same(text: string): { readonly one: string; readonly other: string } {
  return { one: text, other: text };
}
