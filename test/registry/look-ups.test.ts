import { expect, it } from 'vitest';
import { findSubmissions } from '../../src/registry/look-ups.ts';
import { hospital, report, tell } from '../support/story.ts';

it('submissions are found by their ids, in that order', () => {
  const { submissions } = tell(['成都市', '德阳市', '绵阳市'].map((city) => report(city, [hospital(city, 1)])));
  const [first, second, third] = submissions.map((one) => one.id);

  expect(findSubmissions(submissions, [third ?? '', 'nobody', first ?? ''])).toEqual([submissions[2], submissions[0]]);
  expect(findSubmissions(submissions, [second ?? '']).map((one) => one.unit)).toEqual(['510600']);
});
