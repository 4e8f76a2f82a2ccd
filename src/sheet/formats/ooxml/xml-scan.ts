/**
 * A pull scanner over the UTF-8 bytes of one XML part. It reports tags and leaves text as byte ranges, because turning
 * a 70 MB sheet into a string first costs more than everything else. Names are compared by local part only, so any
 * namespace prefix will do. It is deliberately no validating parser; what could harm (declarations, depth) stops it.
 */
export interface XmlScan {
  readonly bytes: Buffer;
  /** Position after the tag reported last. */
  at: number;
  /** Whether the tag reported last closes an element. */
  closing: boolean;
  /** Whether the tag reported last opens and closes an element at once. */
  empty: boolean;
  /** Depth of the element of that tag; the root is 1. */
  depth: number;
  /** Elements open after that tag. */
  level: number;
  nameStart: number;
  nameEnd: number;
  attributesAt: number;
  attributesEnd: number;
  /** Text between the tag before and this one; may hold comments and CDATA. */
  textStart: number;
  textEnd: number;
  /** Of the attribute reported last. */
  keyStart: number;
  keyEnd: number;
  keyPrefixed: boolean;
  valueStart: number;
  valueEnd: number;
  /** Why the scan stopped before the end. */
  fault: XmlFault | undefined;
}

export type XmlFault =
  | 'declaration'
  | 'nesting'
  | 'broken'
  | 'long-text'
  | 'reference'
  | 'string-index'
  | 'duplicate-cell'
  | 'many-rows'
  | 'many-cells'
  | 'wide'
  | 'many-merges'
  | 'many-styles'
  | 'root';

const MAX_DEPTH = 200;
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Starts a scan at the first byte. */
export function scanXml(bytes: Buffer): XmlScan {
  return {
    bytes,
    at: 0,
    closing: false,
    empty: false,
    depth: 0,
    level: 0,
    nameStart: 0,
    nameEnd: 0,
    attributesAt: 0,
    attributesEnd: 0,
    textStart: 0,
    textEnd: 0,
    keyStart: 0,
    keyEnd: 0,
    keyPrefixed: false,
    valueStart: 0,
    valueEnd: 0,
    fault: undefined,
  };
}

/** Goes to the next tag; false at the end or at a fault. Comments, CDATA and processing instructions are passed over. */
export function nextTag(scan: XmlScan): boolean {
  if (scan.fault !== undefined) return false;
  const bytes = scan.bytes;
  const end = bytes.length;
  let at = scan.at;
  scan.textStart = at;
  for (;;) {
    while (at < end && bytes[at] !== LESS) at += 1;
    if (at >= end) return finish(scan);
    const mark = bytes[at + 1];
    if (mark !== 0x21 && mark !== 0x3f) break;
    at = passSpecial(scan, at);
    if (at < 0) return false;
  }
  scan.textEnd = at;
  at += 1;
  scan.closing = bytes[at] === SLASH;
  if (scan.closing) at += 1;
  scan.nameStart = at;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === COLON) scan.nameStart = at + 1;
    else if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
  }
  scan.nameEnd = at;
  scan.attributesAt = at;
  while (at < end) {
    const byte = bytes[at];
    if (byte === GREATER) break;
    if (byte === QUOTE || byte === APOSTROPHE) {
      at += 1;
      while (at < end && bytes[at] !== byte) at += 1;
    }
    at += 1;
  }
  if (at >= end || scan.nameStart === scan.nameEnd) return fail(scan, 'broken');
  scan.at = at + 1;
  scan.empty = !scan.closing && bytes[at - 1] === SLASH;
  scan.attributesEnd = scan.empty ? at - 1 : at;
  return enter(scan);
}

/** Stops the scan for good; the first fault stands. */
export function fail(scan: XmlScan, fault: XmlFault): false {
  scan.fault ??= fault;
  return false;
}

/** Goes to the next attribute of the tag reported last; false after the last one. */
export function nextAttribute(scan: XmlScan): boolean {
  const bytes = scan.bytes;
  const end = scan.attributesEnd;
  let at = scan.attributesAt;
  while (at < end && (bytes[at] ?? 0) <= SPACE) at += 1;
  if (at >= end) return false;
  scan.keyStart = at;
  scan.keyPrefixed = false;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === EQUALS || byte <= SPACE) break;
    if (byte === COLON) {
      scan.keyStart = at + 1;
      scan.keyPrefixed = true;
    }
  }
  scan.keyEnd = at;
  while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at += 1;
  const quote = bytes[at];
  at += 1;
  scan.valueStart = at;
  while (at < end && bytes[at] !== quote) at += 1;
  if (at >= end) return fail(scan, 'broken');
  scan.valueEnd = at;
  scan.attributesAt = at + 1;
  return true;
}

/** Whether the local name of the tag reported last is this one. */
export function isTag(scan: XmlScan, name: string): boolean {
  return isRange(scan.bytes, scan.nameStart, scan.nameEnd, name);
}

/** Whether the bytes from start to end are this ASCII text. */
export function isRange(bytes: Buffer, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Goes behind the closing tag of the element reported last. */
export function skipElement(scan: XmlScan): void {
  if (scan.empty || scan.closing) return;
  const depth = scan.depth;
  while (nextTag(scan)) {
    if (scan.closing && scan.depth === depth) return;
  }
}

function enter(scan: XmlScan): boolean {
  if (scan.closing) {
    scan.depth = scan.level;
    scan.level -= 1;
    return scan.level >= 0 || fail(scan, 'broken');
  }
  scan.depth = scan.level + 1;
  if (scan.empty) return true;
  scan.level += 1;
  return scan.level <= MAX_DEPTH || fail(scan, 'nesting');
}

function finish(scan: XmlScan): false {
  scan.at = scan.bytes.length;
  if (scan.level > 0 || scan.depth === 0) fail(scan, 'broken');
  return false;
}

/** Position behind a comment, CDATA section or instruction; -1 where the scan has to stop. */
function passSpecial(scan: XmlScan, at: number): number {
  const { bytes } = scan;
  let close: string;
  if (bytes[at + 1] === 0x3f) close = '?>';
  else if (isRange(bytes, at, at + 4, '<!--')) close = '-->';
  else if (isRange(bytes, at, at + 9, '<![CDATA[')) close = ']]>';
  else {
    fail(scan, 'declaration');
    return -1;
  }
  const found = bytes.indexOf(close, at + 2, 'latin1');
  if (found < 0) fail(scan, 'broken');
  return found < 0 ? -1 : found + close.length;
}
