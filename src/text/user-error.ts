/**
 * Usage or set-up that has to be mended before the run can go on. Caught once in main: one Chinese
 * line, the next step, exit code 2. Never used for faults in the data.
 */
export class UserError extends Error {
  readonly nextStep: string;

  constructor(message: string, nextStep: string) {
    super(message);
    this.name = 'UserError';
    this.nextStep = nextStep;
  }
}
