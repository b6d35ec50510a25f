/** Totals that a result states, held against the parts that it states after them: 20个问题中，16个……；4个……. */

export interface SumDifference {
  readonly stated: number;
  readonly sum: number;
}

const total = /(\d+)\s*(个|项|条|件)[^，；。\d]{0,6}中[，,]/;

/** Sentence by sentence; a total with fewer than two parts after it says nothing of them. */
export function sumDifferences(text: string): readonly SumDifference[] {
  return text.split(/[。！？\n]/).flatMap((sentence) => {
    const found = total.exec(sentence);
    const [whole = '', stated, unit] = found ?? [];
    if (found === null || unit === undefined) return [];
    const rest = sentence.slice(found.index + whole.length);
    const parts = [...rest.matchAll(new RegExp(`(\\d+)\\s*${unit}`, 'g'))].map(([, count]) => Number(count));
    const sum = parts.reduce((all, one) => all + one, 0);
    return parts.length < 2 || sum === Number(stated) ? [] : [{ stated: Number(stated), sum }];
  });
}
