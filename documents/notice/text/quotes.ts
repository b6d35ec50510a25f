/** Quoted words and names of documents hold stops, dates and 一是 that do not count. */

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
  ['〈', '〉'],
]);

const OPENS = new RegExp(`[${[...PAIRS.keys()].join('')}]`);

/** A quotation longer than this was never closed where it looks so. */
const LONGEST = 400;

/** 1 for every character inside quotation marks, the marks included. Never across lines. Linear. */
export function quoted(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  const closes = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const close = PAIRS.get(text[at] ?? '');
    if (close === undefined) continue;
    let end = closes.get(close) ?? -1;
    if (end < at) {
      end = text.indexOf(close, at);
      if (end < 0) end = text.length;
      closes.set(close, end);
    }
    if (end >= text.length || end - at > LONGEST || text.slice(at, end).includes('\n')) continue;
    inside.fill(1, at, end + 1);
    at = end;
  }
  return inside;
}

/** The same text with what is quoted blanked out; indices stay. */
export function blankQuoted(text: string): string {
  if (!OPENS.test(text)) return text;
  const inside = quoted(text);
  if (!inside.includes(1)) return text;
  let open = '';
  let from = 0;
  for (let at = 0; at <= inside.length; at++) {
    const ends = at === inside.length || inside[at] !== inside[from];
    if (!ends) continue;
    open += inside[from] === 1 ? '\u25a1'.repeat(at - from) : text.slice(from, at);
    from = at;
  }
  return open;
}
