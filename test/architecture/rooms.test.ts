import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

interface Room {
  may: string[];
  packages: string[];
}
const { ROOMS, PURE, SHEET_SHAPES } = createRequire(import.meta.url)('./rooms.cjs') as {
  ROOMS: Record<string, Room>;
  PURE: string[];
  SHEET_SHAPES: string;
};

/** `src/sheet/formats/x.ts` → `sheet/formats`; `src/sheet/x.ts` → `sheet`; `src/main.ts` → `main`. */
function roomOf(path: string): string {
  if (path.startsWith('src/sheet/formats/')) return 'sheet/formats';
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : 'main';
}

function sourceFiles(folder = 'src'): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

let result: ICruiseResult;

beforeAll(async () => {
  const cruised = await cruise(['src'], {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], conditionNames: ['import', 'node', 'types'] },
  });
  result = cruised.output as ICruiseResult;
});

/** Everything that is loaded with a module at once: neither what it asks for later nor types. */
function loadedBy(from: string): ReadonlySet<string> {
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const found = new Set([from]);
  for (const source of found)
    for (const { resolved, dynamic, typeOnly } of modules.get(source)?.dependencies ?? [])
      if (!dynamic && typeOnly !== true) found.add(resolved);
  return found;
}

describe('the rooms of the house', () => {
  it('are all seen by the checker', () => {
    const seen = result.modules.map((m) => m.source).filter((s) => s.startsWith('src/'));

    expect(seen.sort()).toEqual(sourceFiles().sort());
  });

  it('import only what the table allows', () => {
    const wrong: string[] = [];
    for (const module of result.modules.filter((m) => m.source.startsWith('src/'))) {
      const room = roomOf(module.source);
      for (const dependency of module.dependencies) {
        const target = dependency.resolved;
        if (!target.startsWith('src/') || room === 'main') continue;
        const other = roomOf(target);
        const allowed =
          other === room ||
          ROOMS[room]?.may.includes(other) ||
          (room === 'sheet/formats' && new RegExp(SHEET_SHAPES).test(target));
        if (!allowed) wrong.push(`${module.source} → ${target}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  it('load the packages of mail servers only when a server is asked', () => {
    const mail = (from: string): string[] =>
      [...loadedBy(from)].filter((path) => /node_modules\/(?:imapflow|nodemailer)\//.test(path));

    expect(mail('src/flows/harvest-mail.ts')).not.toEqual([]);
    const flows = ['run', 'harvest', 'publish', 'status-of-folder', 'decide'];
    expect(flows.flatMap((flow) => mail(`src/flows/${flow}.ts`))).toEqual([]);
  });

  it('let each npm package in through one door', () => {
    const wrong: string[] = [];
    for (const module of result.modules.filter((m) => m.source.startsWith('src/'))) {
      const room = roomOf(module.source);
      const allowed = ROOMS[room]?.packages ?? [];
      for (const dependency of module.dependencies.filter((d) => d.dependencyTypes.some((t) => t.startsWith('npm')))) {
        if (!allowed.some((name) => dependency.module === name || dependency.module.startsWith(`${name}/`)))
          wrong.push(`${module.source} → ${dependency.module}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  it('have no cycles and no orphans', () => {
    const cycles = result.modules.flatMap((m) =>
      m.dependencies.filter((d) => d.circular).map((d) => `${m.source} → ${d.resolved}`),
    );
    const orphans = result.modules
      .filter((m) => m.source.startsWith('src/') && m.orphan && !m.source.endsWith('.d.ts'))
      .map((m) => m.source);

    expect({ cycles, orphans }).toEqual({ cycles: [], orphans: [] });
  });

  it('keep the pure ones pure', () => {
    const impure =
      /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|from 'node:(?!crypto|util)|\bfetch\(|\bsetTimeout\(/;
    const wrong = sourceFiles()
      .filter((file) => PURE.includes(roomOf(file)))
      .filter((file) => impure.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));

    expect(wrong).toEqual([]);
  });

  it('leave process.exit to the two processes there are', () => {
    const exits = sourceFiles().filter((file) => readFileSync(file, 'utf8').includes('process.exit('));

    expect(exits.sort()).toEqual(['src/main.ts', 'src/sheet/formats/child/decode-child.ts']);
  });

  it('keep every file at or below 300 lines, vocabularies excepted', () => {
    const long = sourceFiles()
      .filter((file) => !file.startsWith('src/vocabularies/'))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);

    expect(long).toEqual([]);
  });
});
