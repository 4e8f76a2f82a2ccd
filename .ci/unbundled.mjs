/** Packages that look for files of their own beside them, binaries and texts: they stay in node_modules. */
export const UNBUNDLED = ['7z-wasm', 'libsql', 'node-unrar-js'];
