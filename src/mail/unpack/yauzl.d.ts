/** The part of yauzl 3 that is used here. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string | Buffer;
    readonly fileNameRaw: Buffer;
    readonly generalPurposeBitFlag: number;
    readonly compressionMethod: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function fromBufferPromise(
    buffer: Buffer,
    options: { readonly decodeStrings: boolean; readonly validateEntrySizes: boolean },
  ): Promise<ZipFile>;
}
