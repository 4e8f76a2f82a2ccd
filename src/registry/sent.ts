/** A mail that we sent, as the registry needs it to recognise the thread of an answer. */
export interface SentMail {
  readonly messageId: string;
  readonly unit: string;
  readonly kind: 'request' | 'reminder' | 'return' | 'receipt' | 'question';
  readonly to: string;
  readonly sentAt: string;
}
