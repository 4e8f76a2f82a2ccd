/** Name and version of the program, as recorded in ledgers and shown by --version. */
export const VERSION = '0.1.0';
export const PROGRAM = `mingce ${VERSION}`;
