/** A name every spreadsheet program takes: none of `\ / ? * [ ] :`, no quote at the ends, at most 31 characters. */
export function sheetName(name: string): string {
  const clean = name
    .replace(/[\\/?*[\]:]/g, '_')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim();
  return clean === '' ? '_' : clean;
}
