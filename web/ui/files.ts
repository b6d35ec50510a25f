/** What is said of a file beside its name. */

/** The type as a word: PDF, DOCX; nothing known gives a neutral sign. */
export function fileKind(name: string): string {
  const [, ending] = /\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  return ending === undefined ? '?' : ending.toUpperCase();
}

/** 86 MB, 1.2 MB, 340 kB, as people read sizes. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
