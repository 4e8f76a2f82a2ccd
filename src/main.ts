#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { askSecret } from './cli/ask-secret.ts';
import type { Io } from './cli/io.ts';
import { reportError } from './cli/report-error.ts';
import { runCommandLine } from './cli/run-command-line.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, endSoon);

/** A watch ends by itself when told; anything else is cut off: what is on disk is whole at every moment. */
function endSoon(): void {
  stop.abort();
  setTimeout(() => process.exit(130), 3000).unref();
}

function writeLine(stream: NodeJS.WriteStream, text: string): void {
  stream.write(text.endsWith('\n') ? text : `${text}\n`);
}

let counting = false;

/** Counts such as 已生成 2/48 overwrite one another on a terminal; elsewhere only the last one is written. */
function showProgress(text: string): void {
  const [, done, total] = /(\d+)\/(\d+)[^\d/]*$/.exec(text) ?? [];
  if (done === undefined || done === total) {
    endCounting();
    writeLine(process.stderr, text);
  } else if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[2K${text}`);
    counting = true;
  }
}

function endCounting(): void {
  if (counting) process.stderr.write('\r\u001b[2K');
  counting = false;
}

const io: Io = {
  out: (text) => {
    endCounting();
    writeLine(process.stdout, text);
  },
  err: (text) => {
    endCounting();
    writeLine(process.stderr, text);
  },
  width: process.stdout.columns ?? 120,
  terminal: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  tools: {
    clock: () => new Date(),
    randomBytes: (count) => randomBytes(count),
    environment: process.env,
    progress: showProgress,
    askSecret,
    sleep: async (milliseconds) => {
      await wait(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
    },
    signal: stop.signal,
  },
};

// A reader that closes the pipe early (head, less) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : reportError(error, io));
});

process.exitCode = await runCommandLine(process.argv.slice(2), io);
