import { parseDelimited } from './parse-delimited.ts';

const SEPARATORS = ['\t', ',', ';', '|', '，'] as const;
const SAMPLE_RECORDS = 60;

/**
 * The separator of a delimited text: the one that gives most records the same number of columns.
 * Excel's first line `sep=;` decides if present. Undefined where no separator makes a table, as in a plain note.
 */
export function findSeparator(text: string): string | undefined {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (told) return told;
  const sample = text.slice(0, 200_000);
  let best: { separator: string; score: number } | undefined;
  for (const separator of SEPARATORS) {
    const score = scoreOf(sample, separator);
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator;
}

/** Cells in records of the commonest width; a single narrow record is a sentence with a comma, not a table. */
function scoreOf(sample: string, separator: string): number {
  const widths = new Map<number, number>();
  let records = 0;
  parseDelimited(sample, separator, (fields) => {
    if (fields.length === 1 && fields[0]?.text.trim() === '') return true;
    widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    records++;
    return records < SAMPLE_RECORDS;
  });
  let score = 0;
  for (const [width, count] of widths) {
    if (width === 1 || (count === 1 && records > 1) || (records === 1 && width < 3)) continue;
    score = Math.max(score, width * count);
  }
  return score;
}
