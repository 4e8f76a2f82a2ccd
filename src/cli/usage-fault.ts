/** What is wrong with the arguments; the message is shown as it is. */
export class UsageFault extends Error {}
