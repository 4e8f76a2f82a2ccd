// Builds dist/: the program in a few files, since starting from a thousand small ones takes three times as long.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { UNBUNDLED } from './unbundled.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What is started by its name: the program, its threads, its helper process; and what pack.mjs makes its zip with. */
const entries = [
  'main.ts',
  'flows/read-worker.ts',
  'flows/file-worker.ts',
  'sheet/formats/child/decode-child.ts',
  'sheet/formats/zip/write-zip.ts',
];

/** yargs looks for its phrases beside its own file: beside the program they are found wherever its code has come to lie. */
const yargsPhrases = {
  name: 'yargs phrases',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]yargs[\\/]lib[\\/]platform-shims[\\/]esm\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace("resolve(__dirname, '../../../locales')", "resolve(__dirname, '../locales')");
      if (contents === source) throw new Error('yargs looks for its phrases elsewhere now');
      return { contents };
    }),
};

/** These stand in their packages as modules of both kinds, and are asked for as both: one kind serves all. */
const onceOnly = {
  name: 'once only',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^lib(?:mime|base64|qp)$/ }, ({ path, kind, resolveDir }) =>
      kind === 'require-call' ? undefined : resolve(path, { kind: 'require-call', resolveDir }),
    ),
};

rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => `src/${entry}`),
  outdir: 'dist',
  // All side by side, so that one finds the other wherever the code that starts it has come to lie.
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: UNBUNDLED,
  plugins: [yargsPhrases, onceOnly],
  // Packages of the older kind ask for the modules of Node by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
});
// The language of the program is always the same.
cpSync(`${root}node_modules/yargs/locales/zh_CN.json`, `${root}dist/locales/zh_CN.json`);
