import { expect, it } from 'vitest';
import { reply, tell } from '../support/story.ts';

it('messages stand in the order of receipt, ties by their sequence', () => {
  const at = (receivedAt: string, sequence: number, message: string) =>
    reply({ text: '收到', more: { receivedAt, sequence, message: message.repeat(64) } });
  const mails = [
    at('2025-01-02T00:00:00.000Z', 1, 'a'),
    at('2025-01-01T00:00:00.000Z', 9, 'b'),
    at('2025-01-02T00:00:00.000Z', 0, 'c'),
    at('2025-01-02T00:00:00.000Z', 1, '9'),
  ];

  expect(tell(mails).messages.map((one) => one.message[0])).toEqual(['b', 'c', '9', 'a']);
  expect(tell(mails.toReversed()).messages.map((one) => one.message[0])).toEqual(['b', 'c', '9', 'a']);
});
