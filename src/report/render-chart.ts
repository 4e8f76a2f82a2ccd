import * as echarts from 'echarts/dist/echarts.esm.min.mjs';
import { INK } from './colours.ts';

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
 * are replaced by `id`, which must be unique on the page; its classes, which only style the pointer, are left out.
 */
export function renderChart({ option, width, height, label }: Chart, id: string): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg
    .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${label.replace(/[&<>"]/g, ' ')}"`)
    .replace(/ (xmlns(:xlink)?|ecmeta_\w+|pointer-events|class)="[^"]*"/g, '')
    .replace(/<style\s*>[\s\S]*?<\/style>\s*/g, '')
    .replace(/zr\d+-/g, `${id}-`);
}
