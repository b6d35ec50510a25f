/** The type of a file as a word: PDF, DOCX; nothing known gives a neutral sign. */
export function fileKind(name: string): string {
  const [, ending] = /\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  return ending === undefined ? '?' : ending.toUpperCase();
}
