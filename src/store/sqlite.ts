import { createRequire } from 'node:module';
import type Sqlite from 'libsql';

/**
 * The database. Asked for by `require`: where its binary cannot be loaded, an `import` is reported twice, the second time by
 * Node itself and to nobody (Node 20).
 */
export const Database = createRequire(import.meta.url)('libsql') as typeof Sqlite;
