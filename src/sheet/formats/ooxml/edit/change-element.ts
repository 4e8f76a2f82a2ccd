import type { Element } from './outline.ts';
import type { Splice } from './splice.ts';

/** Puts text in as the last children of an element; an empty element is opened for it. */
export function appendTo(bytes: Buffer, element: Element, text: string): Splice[] {
  if (!element.empty) return [{ start: element.closeStart, end: element.closeStart, text }];
  const slash = bytes.lastIndexOf('/', element.openEnd - 1, 'latin1');
  const closing = `>${text}</${element.prefix}${element.name}>`;
  return [{ start: slash, end: element.openEnd, text: closing }];
}

/** Sets an attribute without a prefix. */
export function setAttribute(element: Element, name: string, value: string): Splice {
  const place = element.attributes.get(name);
  if (place !== undefined) return { start: place.start, end: place.end, text: value };
  return { start: element.nameEnd, end: element.nameEnd, text: ` ${name}="${value}"` };
}

/** Takes an element out. */
export function removeElement(element: Element): Splice {
  return { start: element.start, end: element.end, text: '' };
}
