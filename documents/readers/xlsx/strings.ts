/** sharedStrings.xml → the texts of a workbook, those with changing looks included (ECMA-376 Part 1, §18.4.8). */
import { walkXml } from '../xml/walk.ts';

/** Phonetic guides (rPh) stand beside a text and are none of it. */
export function readStrings(bytes: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  let pieces: string[] | null = null;
  let isText = false;
  if (bytes !== null)
    walkXml(bytes, 'XLSX', {
      open: (name) => {
        if (name === 'si') pieces = [];
        else if (name === 't') isText = true;
        return name === 'rPh' ? 'skip' : undefined;
      },
      text: (text) => {
        if (isText) pieces?.push(text);
      },
      close: (name) => {
        if (name === 't') isText = false;
        else if (name === 'si') {
          strings.push(unescaped((pieces ?? []).join('')));
          pieces = null;
        }
      },
    });
  return strings;
}

/** Signs that XML cannot hold are written _x000D_ (§22.9.2.19); of the invisible ones only tabs and breaks are kept. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([\dA-F]{4})_/gi, (_, digits: string) => {
      const code = Number.parseInt(digits, 16);
      return code >= 0x20 || [0x09, 0x0a, 0x0d].includes(code) ? String.fromCharCode(code) : '';
    })
    .replace(/\r\n?/g, '\n');
