/** Packages that look for files of their own beside them, binaries and texts: they stay in node_modules. */
export const UNBUNDLED = ['libsql', 'node-unrar-js'];
