import { attributeText } from '../attribute-text.ts';
import { nextAttribute, nextTag, scanXml, skipElement, type XmlScan } from '../xml-scan.ts';

/** Where one attribute's value stands. */
export interface AttributePlace {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One element of a part with the places where it can be changed. */
export interface Element {
  /** Local name. */
  readonly name: string;
  /** `x:` or ''. */
  readonly prefix: string;
  readonly depth: number;
  /** Of the `<`. */
  readonly start: number;
  /** Where attributes can be put in, right behind the name. */
  readonly nameEnd: number;
  /** Behind the `>` of the opening tag. */
  readonly openEnd: number;
  readonly empty: boolean;
  /** By full name, prefix and all. */
  readonly attributes: ReadonlyMap<string, AttributePlace>;
  /** Of the `<` of the closing tag; the end of the opening tag where empty. */
  closeStart: number;
  /** Behind the whole element. */
  end: number;
}

/**
 * All elements of a part down to a depth, in document order; `skip` names elements that are not entered.
 * Undefined when the part is not well formed.
 */
export function outlineOf(bytes: Buffer, maxDepth: number, skip = ''): Element[] | undefined {
  const scan = scanXml(bytes);
  const elements: Element[] = [];
  const open: Element[] = [];
  while (nextTag(scan)) {
    if (scan.closing) {
      close(open.pop(), scan);
      continue;
    }
    const element = elementAt(scan);
    elements.push(element);
    if (element.empty) continue;
    if (element.depth < maxDepth && element.name !== skip) open.push(element);
    else {
      skipElement(scan);
      close(element, scan);
    }
  }
  return scan.fault === undefined ? elements : undefined;
}

/** The element of the tag reported last. */
export function elementAt(scan: XmlScan): Element {
  const { bytes, textEnd: start, nameStart, nameEnd, at, empty, depth } = scan;
  const attributes = new Map<string, AttributePlace>();
  while (nextAttribute(scan)) {
    let from = scan.keyStart;
    while (scan.keyPrefixed && (bytes[from - 1] ?? 0) > 0x20) from -= 1;
    const key = bytes.toString('latin1', from, scan.keyEnd);
    attributes.set(key, { value: attributeText(scan), start: scan.valueStart, end: scan.valueEnd });
  }
  const name = bytes.toString('utf8', nameStart, nameEnd);
  const prefix = bytes.toString('utf8', start + 1, nameStart);
  return { name, prefix, depth, start, nameEnd, openEnd: at, empty, attributes, closeStart: at, end: at };
}

function close(element: Element | undefined, scan: XmlScan): void {
  if (element === undefined) return;
  element.closeStart = scan.textEnd;
  element.end = scan.at;
}
