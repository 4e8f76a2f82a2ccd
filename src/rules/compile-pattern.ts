import { UserError } from '../text/user-error.ts';

const COMPILED = new Map<string, RegExp>();

/** A form's regular expression for a whole text. Throws UserError when it is none. */
export function compilePattern(pattern: string): RegExp {
  const known = COMPILED.get(pattern);
  if (known) return known;
  const compiled = compile(pattern);
  COMPILED.set(pattern, compiled);
  return compiled;
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw new UserError(`表格定义中的规则 text/pattern 写有不正确的正则表达式：${pattern}`, '请改正该表达式。');
  }
}
