import { describe, expect, it } from 'vitest';
import { chartAnswers } from '../../src/report/chart-answers.ts';
import { renderChart } from '../../src/report/render-chart.ts';

const draw = (counts: Record<string, number>): string => {
  const answers = { form: 'hospital-roster', key: 'level', header: '级别', counts };
  const chart = chartAnswers(answers, (answer) => !answer.includes('示例'));
  return chart === undefined ? '' : renderChart(chart, 'level');
};

describe('answers of a choice column', () => {
  it('counts answers outside the vocabulary together and never shows them: they may be a name or a phone', () => {
    const svg = draw({ 三级: 4, '示例人 13900000000': 2, 示例二: 1 });

    expect(svg).toContain('三级');
    expect(svg).toContain('空白或不规范');
    expect(svg).toMatch(/>3<\/text>/);
    expect(svg).not.toContain('示例');
  });

  it('shows the twelve most frequent and counts the others together', () => {
    const counts = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`类别${index + 10}`, 50 - index]));
    const svg = draw(counts);

    expect(svg).toContain('类别21');
    expect(svg).not.toContain('类别22');
    expect(svg).toMatch(new RegExp(`其余各项[\\s\\S]*>${38 + 37 + 36}</text>`));
  });

  it('draws nothing of an empty register', () => {
    expect(draw({})).toBe('');
  });
});
