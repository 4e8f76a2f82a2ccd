import { decodeText } from './decode-text.ts';
import { isRange, nextAttribute, type XmlScan } from './xml-scan.ts';

/** Value of the attribute reported last. */
export function attributeText(scan: XmlScan): string {
  return decodeText(scan.bytes, scan.valueStart, scan.valueEnd);
}

/** Whether the local name of the attribute reported last is this one. */
export function isAttribute(scan: XmlScan, name: string): boolean {
  return isRange(scan.bytes, scan.keyStart, scan.keyEnd, name);
}

/** Attributes of the tag reported last by local name; `r:id` is found under `id`. */
export function readAttributes(scan: XmlScan): Map<string, string> {
  const found = new Map<string, string>();
  while (nextAttribute(scan)) {
    found.set(scan.bytes.toString('latin1', scan.keyStart, scan.keyEnd), attributeText(scan));
  }
  return found;
}

/** ST_OnOff: `1` and `true`, as LibreOffice writes it, are both yes. */
export function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
