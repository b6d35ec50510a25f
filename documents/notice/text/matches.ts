/**
 * Every match of a global pattern, without the copy of the pattern that `matchAll` makes for each text: short texts are
 * many, and a copy begins uncompiled.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    all.push(found);
    if (found[0] === '') pattern.lastIndex++;
  }
  return all;
}
