/**
 * What a notice was computed from, carried by its file in each form: a comment at the end of Markdown, a `meta` of HTML, custom
 * properties of a DOCX, which Word keeps. By it the notice can be computed again, and compared.
 */
import { archiveOf } from '../readers/zip/archive.ts';
import type { Locale } from '../../core/locale.ts';
import type { Seal } from '../../core/item/seal.ts';
import type { Audience } from '../../core/round/bulletin.ts';
import type { Instant, LocalDate } from '../../core/time.ts';

export interface Provenance {
  readonly roundId: string;
  readonly audience: Audience;
  readonly locale: Locale;
  /** The last day that is told, and the moment up to which. */
  readonly on: LocalDate;
  readonly asOf: Instant;
  /** The last fact of the round's record that decided about the notice; 0 for none. */
  readonly record: number;
  /** Of every item, told or not, the last fact and its hash. */
  readonly heads: readonly (readonly [itemId: string, seq: number, hash: string])[];
  /** Over the words of the notice, as {@link file://./lines.ts} has them. */
  readonly digest: string;
}

export interface SealedProvenance extends Provenance {
  readonly seal: Seal;
}

const name = 'rectify-notice';

/** Two dashes would end a comment; within JSON one may be written as its code. */
export const provenanceComment = (provenance: string): string =>
  `<!-- ${name} ${provenance.replaceAll('--', '-\\u002d')} -->`;

export const provenanceMeta = (escaped: string): string => `<meta name="${name}" content="${escaped}">`;

/** The longest that every program keeps of a property. */
const mostCharacters = 250;

export function provenanceProperties(provenance: string): { readonly name: string; readonly value: string }[] {
  const pieces = provenance.match(new RegExp(`.{1,${mostCharacters}}`, 'gsu')) ?? [];
  return pieces.map((value, index) => ({ name: `${name}-${index + 1}`, value }));
}

/** As it stands in a file of any form; null where there is none. */
export function provenanceIn(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return inProperties(bytes);
  const text = new TextDecoder().decode(bytes);
  const meta = new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(text)?.[1];
  if (meta !== undefined) return unescaped(meta);
  return new RegExp(`<!-- ${name} (.*?) -->`, 's').exec(text)?.[1] ?? null;
}

function inProperties(bytes: Uint8Array): string | null {
  const part = archiveOf(bytes, 'DOCX').read('docProps/custom.xml');
  if (part === null) return null;
  const properties = new TextDecoder()
    .decode(part)
    .matchAll(new RegExp(`<property\\b[^>]*\\bname="${name}-(\\d+)"[^>]*>\\s*<vt:lpwstr>([^<]*)</vt:lpwstr>`, 'g'));
  const pieces = [...properties].map(([, at, value = '']) => [Number(at), unescaped(value)] as const);
  const ordered = pieces.sort(([one], [other]) => one - other).map(([, value]) => value);
  return ordered.length === 0 ? null : ordered.join('');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, entity: string) => entities[entity] ?? whole);
