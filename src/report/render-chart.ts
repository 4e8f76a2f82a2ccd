import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { INK } from './colours.ts';

echarts.use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export type ChartOption = Parameters<echarts.ECharts['setOption']>[0];

/** A chart of so many pixels; the page lets it grow to the width of its figure, letters included. */
export interface Chart {
  readonly option: ChartOption;
  readonly width: number;
  readonly height: number;
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
}

const FONT = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";

/**
 * Draws a chart as an SVG element. The same chart gives the same text: the library's running numbers
 * are replaced by `id`, which must be unique on the page, and classes are counted anew.
 */
export function renderChart({ option, width, height, label }: Chart, id: string): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const clean = svg
    .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${label.replace(/[&<>"]/g, ' ')}"`)
    .replace(/ xmlns(:xlink)?="[^"]*"/g, '')
    .replace(/zr\d+-/g, `${id}-`);
  return renumberClasses(clean, id);
}

/** The library numbers its classes through the life of the process; here they begin at nought in each chart. */
function renumberClasses(svg: string, id: string): string {
  const names = new Map<string, string>();
  return svg.replace(new RegExp(`\\b${id}-cls-\\d+\\b`, 'g'), (name) => {
    const known = names.get(name) ?? `${id}-cls-${names.size}`;
    names.set(name, known);
    return known;
  });
}
