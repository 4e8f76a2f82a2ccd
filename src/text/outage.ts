/** A server or disk that does not answer. Retried at the door; what was recorded stays right. Exit code 3. */
export class Outage extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Outage';
    this.advice = advice;
  }
}
