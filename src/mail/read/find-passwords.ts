const MAX_PASSWORDS = 10;
const LABEL =
  '(?:解压密码|打开密码|文件密码|表格密码|压缩包密码|文档密码|附件密码|口令|密码|password|passwd|pwd|pass\\s?code)';
/** Found sooner than a whole pattern, and in few letters. */
const SOME_LABEL = /口令|密码|passw|pwd|pass\s?code/i;
const LINK = '(?:\\s*(?:是|为|統一为|统一为|都是|均为|设为|is)\\s*[：:]?\\s*|\\s*[：:=]\\s*)';
const QUOTED = new RegExp(`${LABEL}${LINK}[“"'‘「【](.{1,40}?)[”"'’」】]`, 'giu');
const BARE = new RegExp(`${LABEL}${LINK}([\\p{Script=Han}]{0,8}[!-~]{1,40}|[\\p{Script=Han}]{2,12})`, 'giu');

/**
 * Words of a letter that may be the password of its workbooks, in order, at most ten. A trailing full
 * stop may or may not belong to it, so both forms are given.
 */
export function findPasswords(text: string): string[] {
  if (!SOME_LABEL.test(text)) return [];
  const found = new Set<string>();
  // Runs of blanks are joined first: the patterns would walk them again and again.
  const letter = text.slice(0, 200_000).replace(/\s+/g, ' ');
  for (const pattern of [QUOTED, BARE]) {
    for (const [, candidate = ''] of letter.matchAll(pattern)) {
      for (const form of formsOf(candidate)) if (form !== '') found.add(form);
      if (found.size >= MAX_PASSWORDS) break;
    }
  }
  return [...found].slice(0, MAX_PASSWORDS);
}

function formsOf(candidate: string): string[] {
  const bare = candidate.trim().replace(/^[“"'‘「【]|[”"'’」】]$/g, '');
  return [bare.replace(/[.,;!?)）。，；]+$/, ''), bare];
}
