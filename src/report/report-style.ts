/** Style of the report: readable on paper, on a phone and on a wide screen. */
export const REPORT_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:24px 20px;font:15px/1.6 'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;color:#1f2933;background:#fff}
h1{font-size:26px;margin:0 0 4px}
h2{font-size:18px;margin:28px 0 10px;padding-bottom:4px;border-bottom:2px solid #d9dee4}
h3{font-size:15px;margin:0}
p{margin:4px 0}
.quiet{color:#67727e;font-size:13px}
.cards,.pair{display:flex;flex-wrap:wrap;gap:16px}
.card{flex:1 1 260px;border:1px solid #d9dee4;border-radius:8px;padding:12px 16px}
.big{font-size:30px;font-weight:600}
.big small{font-size:14px;font-weight:400;color:#67727e}
.pair>*{flex:1 1 340px}
.pair{margin-top:12px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:4px 0}
th,td{border:1px solid #d9dee4;padding:4px 8px;text-align:center;font-weight:400;white-space:nowrap}
th{background:#f3f5f7}
tbody th{background:none;text-align:left}
.scroll{overflow-x:auto}
figure{margin:0 0 12px;display:inline-block;vertical-align:top;max-width:100%}
figcaption{font-weight:600;margin-bottom:4px}
figure svg{max-width:100%;height:auto;display:block}
.legend span{margin-right:16px}
.legend i{display:inline-block;width:12px;height:12px;border-radius:2px;margin-right:6px}
code{background:#f3f5f7;padding:1px 6px;border-radius:4px}
@media print{body{max-width:none;padding:0;font-size:12px}section{break-inside:avoid}.scroll{overflow:visible}h2{margin-top:16px}}
@media(max-width:600px){body{padding:12px}.units th,.units td{padding:3px 4px;font-size:12px}}
`;
