const LONGEST = 31;

/**
 * Names that every program accepts, in the order given: none of `* ? : \ / [ ]`, at most 31 characters, no apostrophe at
 * either end, no two alike when case is set aside. A good name stays as it is.
 */
export function writeSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const written: string[] = [];
  for (const name of names) {
    const plain =
      cut(name.replace(/[*?:\\/[\]\u0000-\u001f]/g, '_').replace(/^'+|'+$/g, ''), LONGEST).trim() || '工作表';
    let unique = plain;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      unique = `${cut(plain, LONGEST - 1 - String(number).length)}_${number}`;
    }
    taken.add(unique.toLowerCase());
    written.push(unique);
  }
  return written;
}

/** Cuts between characters, never inside a surrogate pair. */
function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end;
}
