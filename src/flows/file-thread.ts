import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { checkFiles, type FileFound, type FileToCheck } from './check-files.ts';
import { CHECKED_WHEN_ASKED, type CheckedFiles, checkedFiles } from './checked-files.ts';
import { type FileToKeep, keepFiles } from './keep-files.ts';

/** Work on the files of a version, done by another thread while this one draws the next. */
export interface FileThread {
  /** Which files of the version before are what was written. */
  readonly checked: Promise<CheckedFiles>;
  /** SHA-256 (hex) of a file, chunk after chunk. */
  hash(chunks: readonly Uint8Array[]): Promise<string>;
  /** Takes files over from the version before, durably; tells of each whether it could. */
  keep(files: readonly FileToKeep[]): Promise<readonly boolean[]>;
  /** Ends the thread; what was not told by then is not told any more. */
  end(): Promise<void>;
}

/** What the thread is asked for. */
export type FileJob =
  | { readonly kind: 'check'; readonly files: readonly FileToCheck[] }
  | { readonly kind: 'hash'; readonly chunks: readonly Uint8Array[] }
  | { readonly kind: 'keep'; readonly files: readonly FileToKeep[] };

/** What is handed over is copied, but for what lies in shared memory: a file that is mostly new is hashed here. */
const MOST_COPIED = 4 * 1024 * 1024;

/** Starts a thread that looks at `files` first. */
export function openFileThread(files: readonly FileToCheck[]): FileThread {
  // Threads run the built program; the sources under test look at each file when they are asked.
  if (files.length === 0 || import.meta.url.endsWith('.ts')) return HERE;
  const worker = new Worker(new URL('./file-worker.js', import.meta.url));
  const waiting: ((answer: unknown) => void)[] = [];
  let isOver = false;
  worker.on('message', (answer: unknown) => {
    waiting.shift()?.(answer);
    // A thread that has nothing to do must not keep the program from ending.
    if (waiting.length === 0) worker.unref();
  });
  const give = (): void => {
    isOver = true;
    for (const tell of waiting.splice(0)) tell(undefined);
  };
  worker.on('error', give).on('exit', give);

  /** In order; undefined from a thread that is no more. */
  function ask<T>(job: FileJob): Promise<T | undefined> {
    if (isOver) return Promise.resolve(undefined);
    worker.ref();
    worker.postMessage(job);
    return new Promise((resolve) => waiting.push(resolve as (answer: unknown) => void));
  }

  return {
    checked: ask<FileFound[]>({ kind: 'check', files }).then((found) => checkedFiles(files, found ?? [])),
    async hash(chunks) {
      const copied = chunks.reduce((sum, one) => (isShared(one) ? sum : sum + one.length), 0);
      const told = copied > MOST_COPIED ? undefined : await ask<string>({ kind: 'hash', chunks });
      return told ?? hashOf(chunks);
    },
    keep: async (wanted) => (await ask<boolean[]>({ kind: 'keep', files: wanted })) ?? HERE.keep(wanted),
    async end() {
      await worker.terminate();
    },
  };
}

/** The same without a thread. */
const HERE: FileThread = {
  checked: Promise.resolve(CHECKED_WHEN_ASKED),
  hash: async (chunks) => hashOf(chunks),
  keep: async (files) => keepFiles(files, CHECKED_WHEN_ASKED),
  end: async () => undefined,
};

function isShared(bytes: Uint8Array): boolean {
  return bytes.buffer instanceof SharedArrayBuffer;
}

function hashOf(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** Does the jobs of a thread: what it has looked at it need not look at again. */
export function openFileJobs(): (job: FileJob) => unknown {
  let checked = CHECKED_WHEN_ASKED;
  return (job) => {
    switch (job.kind) {
      case 'check': {
        const found = checkFiles(job.files);
        checked = checkedFiles(
          job.files,
          found.map(({ path, stamp }) => ({ path, stamp })),
        );
        return found;
      }
      case 'hash':
        return hashOf(job.chunks);
      case 'keep':
        return keepFiles(job.files, checked);
    }
  };
}
