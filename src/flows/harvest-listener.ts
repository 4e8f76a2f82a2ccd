import type { MessageReceived } from '../registry/event.ts';

/** Hears how a harvest goes, to read what comes in. */
export interface HarvestListener {
  /** Something new is about to come in. */
  expect(): void;
  /** New messages are archived, synced and recorded. */
  add(messages: readonly MessageReceived[]): void;
}

/** For a harvest of which nobody needs to hear. */
export const NOBODY: HarvestListener = { expect: () => undefined, add: () => undefined };
