import { ArchiveFault } from '../archive-fault.ts';

/** Folders inside folders, as deep as ever opened. */
const MAX_DEPTH = 64;

/** Folders by name and `/`, files by name. */
type Folder<Item> = Map<string, Folder<Item> | Item>;

/**
 * Puts items in the order in which a folder tree holds them: folders are walked where the list first names them. Of
 * equal paths the later ones get `_1`, `_2` … before the extension, as 7-Zip does it, so that none hides another.
 */
export function layOut<Item extends { readonly name: string; readonly kind: string }>(items: readonly Item[]): Item[] {
  const root: Folder<Item> = new Map();
  for (const item of items) {
    const steps = item.name.split(/[/\\]/).filter((step) => step !== '' && step !== '.');
    if (steps.length > MAX_DEPTH + 1) throw new ArchiveFault();
    const folder = steps.slice(0, item.kind === 'directory' ? undefined : -1).reduce(enter, root);
    if (item.kind === 'file') folder.set(freeName(folder, steps.at(-1) ?? ''), item);
  }
  return walk(root, '');
}

function enter<Item>(folder: Folder<Item>, step: string): Folder<Item> {
  const found = folder.get(`${step}/`);
  if (found instanceof Map) return found;
  const made: Folder<Item> = new Map();
  folder.set(`${step}/`, made);
  return made;
}

function freeName<Item>(folder: Folder<Item>, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let free = name;
  for (let number = 1; folder.has(free); number += 1) free = `${stem}_${number}${extension}`;
  return free;
}

function walk<Item extends { readonly name: string }>(folder: Folder<Item>, path: string): Item[] {
  return [...folder].flatMap(([name, inner]) =>
    inner instanceof Map ? walk(inner, path + name) : [{ ...inner, name: path + name }],
  );
}
