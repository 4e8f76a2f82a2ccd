import { readFileSync } from 'node:fs';

interface Locked {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Every package that these bring along, themselves included, as `name@version`, read from package-lock.json. */
export function listPackages(names: readonly string[]): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
  const seen = new Set<string>();
  const open = names.map((name) => `node_modules/${name}`);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const locked = packages[path];
    for (const name of Object.keys({ ...locked?.dependencies, ...locked?.optionalDependencies })) {
      const found = findPackage(packages, path, name);
      if (found !== undefined) open.push(found);
    }
  }
  return [...seen].map((path) => `${path.split('node_modules/').at(-1)}@${packages[path]?.version}`).sort();
}

/** The package that Node would load: from the nearest node_modules upwards. */
function findPackage(packages: Readonly<Record<string, Locked>>, from: string, name: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const path = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (packages[path]) return path;
    if (base === '') return undefined;
  }
}
