import { collectBytes } from './byte-chunks.ts';
import { keepsSpace, writeText } from './write-text.ts';

/** Texts that are looked for when one comes again; more would cost more time than the file saves. */
const MOST_REMEMBERED = 20_000;

/** The texts of a workbook, in the order of their first use (`xl/sharedStrings.xml`). */
export interface SharedTexts {
  /** Index of a text; one that came before mostly keeps its index. */
  readonly indexOf: (text: string) => number;
  /** The part, once all sheets are written. */
  readonly part: () => Buffer;
}

/** An empty table of shared texts. */
export function shareTexts(): SharedTexts {
  const remembered = new Map<string, number>();
  const items = collectBytes();
  let count = 0;
  let uses = 0;
  return {
    indexOf: (text) => {
      uses += 1;
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const index = count;
      count += 1;
      if (remembered.size < MOST_REMEMBERED) remembered.set(text, index);
      items.add(`<si><t${keepsSpace(text)}>${writeText(text)}</t></si>`);
      return index;
    },
    part: () =>
      items.bytes(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
          '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
          ` count="${uses}" uniqueCount="${count}">`,
        '</sst>',
      ),
  };
}
