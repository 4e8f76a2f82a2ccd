import { join } from 'node:path';
import { writeSamples } from './make-samples.ts';

writeSamples(join(import.meta.dirname, '..', '..', '..', 'samples'));
