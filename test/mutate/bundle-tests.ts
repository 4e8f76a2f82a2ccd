import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { expect } from 'vitest';
import { type CollectedTest, collectTests } from './collect-tests.ts';

const SILENT = { log: quiet, info: quiet, warn: quiet, error: quiet, debug: quiet };

/** Evaluates the tests and all they import anew and returns the tests. Throws what the modules throw. */
export type LoadTests = () => readonly CollectedTest[];

/**
 * Makes one script of test files and the code they import. It is compiled once and evaluated for every mutant in some
 * milliseconds, which lets constants of modules be mutated too; packages are loaded once a process.
 */
export async function bundleTests(files: readonly string[]): Promise<LoadTests> {
  const entry = files.map((file) => `enterFile(${JSON.stringify(file)}); require(${JSON.stringify(`./${file}`)});`);
  const { outputFiles } = await build({
    stdin: { contents: entry.join('\n'), resolveDir: process.cwd() },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    plugins: [ownAddress],
    write: false,
  });
  const script = new Script(`((require, enterFile, console) => {${outputFiles[0]?.text ?? ''}\n})`, {
    filename: 'tests.cjs',
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const evaluate = script.runInThisContext() as (...given: readonly unknown[]) => void;
  const requirePackage = createRequire(join(process.cwd(), 'package.json'));
  return () => {
    const collector = collectTests();
    const { describe, it, enterFile, tests } = collector;
    const vitest = { describe, it, expect };
    evaluate((name: string) => (name === 'vitest' ? vitest : requirePackage(name)), enterFile, SILENT);
    return tests;
  };
}

/** `import.meta.url` stays the address of the file that asks. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup: (building) => {
    building.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

function quiet(): void {
  // Tests that print figures do so thousands of times here.
}
