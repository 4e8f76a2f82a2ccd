import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HOUSE = findHouse(new URL('./', import.meta.url));

/** The folder with package.json: two steps up from the sources, one from what is built of them. */
function findHouse(folder: URL): URL {
  const above = new URL('../', folder);
  return existsSync(new URL('package.json', folder)) || above.href === folder.href ? folder : findHouse(above);
}

/** Folder templates/ of the program: forms, presets, letters. */
export const TEMPLATES = fileURLToPath(new URL('templates/', HOUSE));

/** Folder samples/ of the program. */
export const SAMPLES = fileURLToPath(new URL('samples/', HOUSE));
