import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, VisualMapComponent, SVGRenderer]);

export type ChartOption = Parameters<echarts.ECharts['setOption']>[0];

const FONT = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";

/**
 * Draws a chart as an SVG element. The same option gives the same text: the library's running numbers
 * are replaced by `id`, which must be unique on the page.
 */
export function renderChart(
  option: ChartOption,
  size: { readonly width: number; readonly height: number },
  id: string,
): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg
    .replace(/zr\d+-/g, `${id}-`)
    .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" style="width:${size.width}px"`)
    .replace(/ xmlns(:xlink)?="[^"]*"/g, '');
}
