import { fileURLToPath } from 'node:url';

/** Folder templates/ of the program: forms, presets, letters. */
export const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Folder samples/ of the program. */
export const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
