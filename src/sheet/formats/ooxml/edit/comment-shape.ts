import { columnLetters } from '../../../../text/column-letters.ts';

const SHAPE_TYPE = '_x0000_t202';
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** What the ids of our shapes begin with; how they are known again. */
const ID = 'mingce_note_';

/** The box of a comment; it declares its namespaces itself, since the drawing around it may lack them. Row and column are 1-based. */
export function commentShape(row: number, column: number): string {
  const anchor = [column, 15, Math.max(0, row - 2), 4, column + 3, 20, row + 4, 4].join(', ');
  const look = 'position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:90pt;z-index:1;visibility:hidden';
  const client = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData>`;
  return `<v:shape ${NAMESPACES} id="${ID}${row}_${column}" type="#${SHAPE_TYPE}" style="${look}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>${client}</v:shape>`;
}

/** A drawing without shapes. */
export function emptyDrawing(): string {
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${shapeType()}</xml>`;
}

/** The shape type that comment boxes refer to. */
export function shapeType(): string {
  return `<v:shapetype ${NAMESPACES} id="${SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
}

/** Whether a drawing has that shape type. */
export function hasShapeType(drawing: Buffer): boolean {
  return drawing.includes(`id="${SHAPE_TYPE}"`);
}

/** Whether a shape is one of ours. */
export function isOwnShape(id: string): boolean {
  return id.startsWith(ID);
}

/** Address of the cell that the box of a comment belongs to, from the XML inside its shape; '' for other shapes. */
export function cellOfShape(inner: string): string {
  const row = /<(?:\w+:)?Row>\s*(\d+)\s*</u.exec(inner)?.[1];
  const column = /<(?:\w+:)?Column>\s*(\d+)\s*</u.exec(inner)?.[1];
  return row === undefined || column === undefined ? '' : `${columnLetters(Number(column) + 1)}${Number(row) + 1}`;
}
