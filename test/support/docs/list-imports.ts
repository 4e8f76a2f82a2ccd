import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What a room of src really imports. */
export interface RoomImports {
  readonly room: string;
  readonly files: number;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const SOURCE = join(import.meta.dirname, '..', '..', '..', 'src');
/** `import … from 'x'`, `export … from 'x'`, `import 'x'` at the start of a line; `import('x')` anywhere. */
const IMPORT = /^(?:import|export)\b[^'"\n]*?\bfrom '([^']+)';|^(?:\} from|import) '([^']+)';|\bimport\('([^']+)'\)/gm;

/** Every room with the rooms and packages its files import, read from the files themselves. */
export function listImports(): RoomImports[] {
  const rooms = new Map<string, { files: number; rooms: Set<string>; packages: Set<string> }>();
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue;
    const name = roomOf(file);
    const room = rooms.get(name) ?? { files: 0, rooms: new Set(), packages: new Set() };
    rooms.set(name, room);
    room.files += 1;
    for (const [, one, two, three] of readFileSync(join(SOURCE, file), 'utf8').matchAll(IMPORT)) {
      const target = one ?? two ?? three ?? '';
      if (target.startsWith('.')) {
        const other = roomOf(relative(SOURCE, resolve(SOURCE, dirname(file), target)));
        if (other !== name) room.rooms.add(other);
      } else if (!target.startsWith('node:')) room.packages.add(packageOf(target));
    }
  }
  return [...rooms]
    .map(([room, found]) => ({
      room,
      files: found.files,
      rooms: [...found.rooms].sort(),
      packages: [...found.packages].sort(),
    }))
    .sort((a, b) => (a.room < b.room ? -1 : 1));
}

function roomOf(file: string): string {
  const parts = file.split(sep);
  if (parts.length === 1) return 'main.ts';
  return parts[0] === 'sheet' && parts[1] === 'formats' ? 'sheet/formats' : (parts[0] ?? '');
}

function packageOf(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}
