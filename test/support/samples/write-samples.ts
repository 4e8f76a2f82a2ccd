import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from '../../../src/flows/house-files.ts';
import { drawBlankForms } from './draw-blank.ts';
import { writeSamples } from './make-samples.ts';

writeSamples(join(import.meta.dirname, '..', '..', '..', 'samples'));
mkdirSync(join(TEMPLATES, 'blank'), { recursive: true });
for (const { name, bytes } of await drawBlankForms()) writeFileSync(join(TEMPLATES, 'blank', name), bytes);
