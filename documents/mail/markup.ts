/** HTML that cannot be broken out of: whatever is put into the template is escaped, unless this module made it. */

const made = Symbol('markup');

export interface Markup {
  readonly [made]: string;
}

type Part = Markup | string | number | null | readonly Markup[];

/** Writes HTML around values. Values are text; null is nothing. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = template.reduce((before, next, index) => before + written(parts[index - 1] ?? null) + next);
  return { [made]: text };
}

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return made in part ? part[made] : part.map((one) => one[made]).join('');
}

export const markupText = (value: Markup): string => value[made];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escaped for text and quoted attributes; characters that HTML does not allow at all become a mark that can be seen. */
function escape(text: string): string {
  return cleaned(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Control characters, and marks that turn the direction of what follows, have no place in what people typed. */
export function cleaned(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd');
}

/** For a header or a label: line breaks and runs of spaces become one space. */
export const oneLine = (text: string): string => cleaned(text.replace(/[\s\u2028\u2029]+/g, ' ')).trim();

/** At most `most` characters, with … where some were left out. */
export function shortened(text: string, most: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
