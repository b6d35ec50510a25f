/** Under what name a document is kept. */

/** Long enough to tell files apart, and short enough for every file system once it is written in UTF-8. */
const mostCharacters = 70;

/** A name for a file, with nothing in it that some file system refuses. @param ending without its point */
export function paperName(title: string, ending: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return `${Array.from(plain).slice(0, mostCharacters).join('').trim()}.${ending}`;
}
