import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Debian's packages lie with Debian's Python, which need not be the first on PATH. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** A Python that has the module, or nothing. */
export function findPython(module: string): string | undefined {
  return PYTHONS.find((python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0);
}

/** Path of one of the scripts written for the comparison. */
export function peerScript(name: string): string {
  return fileURLToPath(new URL(`peers/${name}`, import.meta.url));
}
