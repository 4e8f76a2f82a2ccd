import { INK, STATE_COLOURS, STATES } from './colours.ts';

const STATE_RULES = STATES.map(
  (state) => `.state.${state}{background:${STATE_COLOURS[state].ground};border-color:${STATE_COLOURS[state].edge}}`,
).join('\n');

/** Style of the report: readable on paper, on a phone and on a wide screen. */
export const REPORT_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:1120px;padding:28px 20px 40px;font:15px/1.65 'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;color:${INK};background:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1{font-size:26px;line-height:1.3;margin:0 0 6px}
h2{font-size:18px;margin:34px 0 12px;padding-bottom:5px;border-bottom:2px solid #d3d9e0;break-after:avoid}
h3{font-size:15px;margin:0}
p{margin:4px 0}
.quiet,small{color:#55606c;font-size:13px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(340px,100%),1fr));gap:18px 32px;margin-bottom:18px}
.pair>*{min-width:0}
.card{border:1px solid #d3d9e0;border-radius:8px;padding:14px 18px;break-inside:avoid}
.big{font-size:32px;line-height:1.3;font-weight:600}
.big small{font-size:15px;font-weight:400}
.bar{display:flex;gap:2px;height:14px;margin:8px 0}
.bar i{flex-basis:0;border:1px solid;border-radius:2px;min-width:5px}
.state{display:inline-block;border:1px solid;border-radius:4px;padding:0 7px;font-size:13px;line-height:1.5;white-space:nowrap}
${STATE_RULES}
.state.missing{border-style:dashed}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:2px 0 4px}
th,td{border-bottom:1px solid #d3d9e0;padding:5px 8px;text-align:left;font-weight:400}
thead th{background:#f1f4f7;border-top:1px solid #d3d9e0}
.counts{table-layout:fixed}
.counts th,.counts td{text-align:center;padding:5px 2px}
.counts td{font-size:18px;font-weight:600}
.units{counter-reset:unit}
.units tbody tr{counter-increment:unit;break-inside:avoid}
.units tbody td:first-child::before{content:counter(unit)}
.units td:first-child{color:#55606c;width:3.6em}
.units th small{display:block}
.cell{display:grid;grid-template-columns:4.6em 4em 1fr 7.6em;align-items:baseline}
.cell .state{justify-self:start}
.late{margin-left:4px;font-weight:400;color:#8a3b12}
figure{margin:0;break-inside:avoid;max-width:460px}
figure.full{max-width:none}
figcaption{font-weight:600;margin-bottom:6px}
figure svg{width:100%;height:auto;display:block}
.stack{display:grid;gap:18px;align-content:start}
.narrow{display:none!important}
.legend{margin-bottom:12px}
.legend .state{margin-right:8px}
ol{margin:0;padding-left:1.6em}
li{margin:6px 0}
code{display:inline-block;background:#f1f4f7;padding:1px 8px;border-radius:4px;font-family:Consolas,Menlo,'Noto Sans Mono CJK SC',monospace;font-size:13px}
li code{margin-left:8px}
@media screen and (max-width:760px){
.cell{grid-template-columns:auto 1fr;gap:0 6px}
}
@media screen and (max-width:600px){
body{padding:16px 14px 32px}
h1{font-size:23px}
h2{margin-top:28px}
.wide{display:none!important}
svg.narrow{display:block!important}
.units{font-size:13px;table-layout:fixed}
.units th,.units td{padding:5px 4px;vertical-align:top}
.units tr>:first-child{width:2.1em;padding-right:0}
.units tr>:nth-child(2){width:5.4em}
.units .state{padding:0 4px;font-size:12px}
.units .quiet,.units small{font-size:12px}
.cell{display:flex;flex-wrap:wrap}
.cell span:empty{display:none}
li code{display:table;margin:2px 0 0}
}
@page{size:A4;margin:14mm 12mm}
@media print{
body{max-width:none;padding:0 1px;font-size:12px}
h1{font-size:20px}
h2{font-size:15px;margin:18px 0 8px}
.pair{grid-template-columns:1fr 1fr;gap:12px 24px;margin-bottom:10px}
.units th,.units td{padding:2px 6px}
.cell{grid-template-columns:4.4em 3.6em 1fr 7.6em}
.state,.quiet,small,code{font-size:11px}
.big{font-size:24px}
thead{display:table-header-group}
}
`;
