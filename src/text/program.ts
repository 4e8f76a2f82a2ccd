/** Version of the program; a test keeps it equal to package.json. */
export const VERSION = '0.3.0';

/** Name and version, as recorded in ledgers. */
export const PROGRAM = `mingce ${VERSION}`;
