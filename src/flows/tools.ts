/** What a flow may use of the outside; handed in, so that a test can hold the clock. */
export interface Tools {
  readonly clock: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One line of progress for people, on stderr. */
  readonly progress: (text: string) => void;
  /** Asks the person at the terminal for a secret without echo; undefined when nobody is there. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Ends a watch; undefined for a run that ends by itself. */
  readonly signal?: AbortSignal;
}
