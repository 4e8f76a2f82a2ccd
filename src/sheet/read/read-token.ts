import type { Grid } from '../grid.ts';
import type { TemplateToken } from '../table.ts';

const PARTS = ['campaign', 'unit', 'form', 'version', 'signature'] as const;
const MOST_ROWS = 60;
const MOST_VALUES = 8;
const LONGEST = 200;

/**
 * Identities on a sheet: the five keys in one column, each identity in a column to the right of it, or one below
 * the other. Told by content; a sheet's name and visibility get lost on the way.
 */
export function readTokens(grid: Grid): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  const parts = new Map<number, Map<string, string>>();
  for (const row of grid.rows.slice(0, MOST_ROWS)) {
    const [first, ...values] = row.cells;
    const key = PARTS.find((part) => part === first?.text.trim().toLowerCase());
    if (key === undefined) continue;
    for (const { column, text } of values.slice(0, MOST_VALUES)) {
      const known = parts.get(column);
      const current = known && !known.has(key) ? known : new Map<string, string>();
      parts.set(column, current.set(key, text.trim().slice(0, LONGEST)));
      const token = complete(current);
      if (token) tokens.push(token);
    }
  }
  return tokens;
}

function complete(parts: ReadonlyMap<string, string>): TemplateToken | undefined {
  const [campaign, unit, form, version, signature] = PARTS.map((part) => parts.get(part));
  if (campaign === undefined || unit === undefined || form === undefined) return undefined;
  if (version === undefined || signature === undefined) return undefined;
  return { campaign, unit, form, version, signature };
}
