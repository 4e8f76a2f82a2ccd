/**
 * Control characters, line separators and reversals of direction: a terminal would obey them. Tab and line feed stay.
 * https://www.unicode.org/reports/tr36/, section 3.6; ECMA-48 for the escape sequences that begin with one of them.
 */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The text with everything a terminal would obey shown as a mark instead. */
export function terminalSafe(text: string): string {
  return text.replace(OBEYED, '\ufffd');
}
