import { escapeHtml } from '../text/escape-html.ts';

/** A value of `status --json` on the page, marked with where it stands there, so that a test can compare the two. */
export function shown(path: string, value: string | number): string {
  return `<span data-status="${escapeHtml(path)}">${escapeHtml(String(value))}</span>`;
}
