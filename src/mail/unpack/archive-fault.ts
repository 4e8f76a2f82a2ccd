import type { FileRefusalCode } from './refusals.ts';

/** Thrown while a container is read and caught where it is opened: why it stays closed. */
export class ArchiveFault extends Error {
  readonly code: FileRefusalCode;

  constructor(code: FileRefusalCode = 'file/damaged-archive') {
    super(code);
    this.code = code;
  }
}
