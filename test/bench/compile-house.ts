import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/** Where the things to be measured lie. */
export interface CompiledHouse {
  /** The program as delivered, out of reach of a build that goes on meanwhile. */
  readonly program: string;
  /** The compiled scripts of test/bench: running them through tsx would take 60 MB more. */
  readonly scripts: string;
}

/** Compiles the tests and copies dist into a folder of its own. */
export function compileHouse(folder: string): CompiledHouse {
  const args = ['tsc', '-p', 'tsconfig.json', '--noEmit', 'false', '--outDir', folder];
  spawnSync('npx', args, { cwd: HOUSE, stdio: 'ignore' });
  cpSync(join(HOUSE, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'templates', 'samples', 'package.json'])
    symlinkSync(join(HOUSE, name), join(folder, name));
  // What is compiled of a house with a type error can be measured; nothing compiled cannot.
  if (!existsSync(join(folder, 'test', 'bench')))
    throw new Error('test/bench could not be compiled: npm run typecheck');
  return { program: join(folder, 'dist', 'main.js'), scripts: join(folder, 'test', 'bench') };
}
