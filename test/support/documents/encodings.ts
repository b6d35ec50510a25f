/** Texts in encodings that Node does not write by itself. */

export function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
}

/** 编号,进展 and 1.1,已清查 below it, as older programs save them. */
export const gb18030 = {
  table: Buffer.from('b1e0bac52cbdf8d5b90a312e312cd2d1c7e5b2e9', 'hex'),
};
