const MARKER = /(<!-- 自动生成：(\S+) -->\n)[\s\S]*?(\n<!-- 完 -->)/g;

/** The text with every marked block replaced by what the program says; throws for a marker nobody draws. */
export function fillBlocks(text: string, blocks: ReadonlyMap<string, string>): string {
  return text.replace(MARKER, (_, open: string, name: string, close: string) => {
    const block = blocks.get(name);
    if (block === undefined) throw new Error(`nothing draws the block ${name}`);
    return `${open}\n${block}\n${close}`;
  });
}
