import { describe, expect, it } from 'vitest';
import { barAxes } from '../../src/report/bar-axes.ts';
import { type Chart, renderChart } from '../../src/report/render-chart.ts';

const CHART: Chart = {
  width: 300,
  height: 60,
  label: '三级 4，“二级” <3>',
  option: { ...barAxes(['三级', '二级'], 80, 40), series: [{ type: 'bar', data: [4, 3] }] },
};

describe('a chart as text', () => {
  it('is the same text however many charts this process has drawn', () => {
    const first = renderChart(CHART, 'a');
    renderChart(CHART, 'b');
    expect(renderChart(CHART, 'a')).toBe(first);
  });

  it('names its parts by its own id, and brings no style and no class to the page', () => {
    const axis = { type: 'category', data: ['一', '二'] } as const;
    const option = { xAxis: axis, yAxis: {}, series: [{ type: 'line', data: [1, 2] }] };
    const svg = renderChart({ ...CHART, option }, 'a');

    expect(svg).toMatch(/<clipPath id="a-/);
    expect(svg).not.toMatch(/zr\d|<style| class=|ecmeta/);
  });

  it('carries its words for those who cannot see it, safe inside an attribute', () => {
    expect(renderChart(CHART, 'a')).toContain('role="img" aria-label="三级 4，“二级”  3 "');
  });
});
