/** Help for one decode. */
export interface DecodeOptions {
  /** Passwords to try, in order. */
  readonly passwords?: readonly string[];
  /** Name as sent, for texts only; never decides the format. */
  readonly name?: string;
}
