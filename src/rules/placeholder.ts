const PLACEHOLDER =
  /^(?:无|没有|暂无|暂缺|缺|空|待定|待补|待补充|待填|待报|待核实|未知|不详|不清楚|同上|同前|〃|"|n\/?a|null|none|nil|undefined|tbd|#n\/a|x{2,}|[-—–_/\\.。、*?？…~·]+|0)$/i;

/** True for what people write instead of an answer: 无, /, 待补, 同上, N/A. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
