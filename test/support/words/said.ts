/**
 * Everything the word files say, said aloud: each sentence with facts made up from its types, every number in them the same.
 *
 * Nothing has to be listed by hand: a new sentence is heard as soon as it stands in a word file.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { languageOf, type WordFile } from './files.ts';
import type { Product } from './program.ts';

export interface Saying {
  /** `web/words/en.ts mails.trouble` */
  readonly of: string;
  readonly language: WordFile['language'];
  /** The number that all of its counts had; null for words without facts. */
  readonly count: number | null;
  readonly text: string;
}

/** No day, month or year of it is one of the counts. */
const sampleDate = '2026-03-17';
const most = 12;

export async function sayings({ checker, files }: Product, root: string, counts: readonly number[]): Promise<Saying[]> {
  const said: Saying[] = [];
  for (const [path, file] of files) {
    const language = languageOf(path);
    if (language === null) continue;
    const module = checker.getSymbolAtLocation(file);
    const values = (await import(join(root, path))) as Readonly<Record<string, unknown>>;
    for (const name of module === undefined ? [] : checker.getExportsOfModule(module)) {
      const value = values[name.name];
      if (value === undefined) continue;
      const say = (at: string, type: ts.Type, inner: unknown): void => {
        const of = `${path} ${at}`;
        if (typeof inner === 'string') said.push({ of, language, count: null, text: inner });
        else if (typeof inner === 'function') {
          for (const count of counts)
            for (const text of heard(inner as Speaker, type, count, checker)) said.push({ of, language, count, text });
        } else if (Array.isArray(inner)) inner.forEach((one, index) => say(`${at}.${index}`, type, one));
        else if (typeof inner === 'object' && inner !== null) {
          for (const [key, one] of Object.entries(inner)) {
            const property = type.getProperty(key);
            if (property === undefined) throw new Error(`${of} has no type for ${key}`);
            say(`${at}.${key}`, checker.getTypeOfSymbol(property), one);
          }
        }
      };
      say(name.name, checker.getTypeOfSymbol(name), value);
    }
  }
  return said;
}

type Speaker = (...facts: unknown[]) => unknown;

/** What a function says, with every kind of facts that its parameters allow. */
function heard(speaker: Speaker, type: ts.Type, count: number, checker: ts.TypeChecker): string[] {
  const [signature] = type.getCallSignatures();
  if (signature === undefined) throw new Error('a function without a signature');
  const choices = signature
    .getParameters()
    .map((parameter) => samples(checker.getTypeOfSymbol(parameter), count, checker));
  const rounds = Math.max(1, ...choices.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => {
    const text = speaker(...choices.map((choice) => choice[round % choice.length]));
    return Array.isArray(text) ? text.join(' ') : String(text);
  });
}

/** Facts of a type: one for each variant of a union, all numbers in them the count. */
function samples(type: ts.Type, count: number, checker: ts.TypeChecker): unknown[] {
  if (type.isUnion()) return type.types.flatMap((member) => samples(member, count, checker)).slice(0, 4 * most);
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (type.flags & ts.TypeFlags.Number) return [count];
  if (type.flags & ts.TypeFlags.StringLike) return [sampleDate];
  if (type.flags & ts.TypeFlags.BooleanLiteral) return [checker.typeToString(type) === 'true'];
  if (type.flags & ts.TypeFlags.Null) return [null];
  if (type.flags & ts.TypeFlags.Undefined) return [undefined];
  if (type.getCallSignatures().length > 0) return [(value: unknown) => String(value)];
  if (checker.isArrayType(type)) {
    const [element = checker.getAnyType()] = checker.getTypeArguments(type as ts.TypeReference);
    const inner = samples(element, count, checker);
    return inner.slice(0, most).map((one) => Array.from({ length: count }, () => one));
  }
  if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return objects(type, count, checker);
  throw new Error(`no sample of ${checker.typeToString(type)}`);
}

function objects(type: ts.Type, count: number, checker: ts.TypeChecker): unknown[] {
  const properties = type
    .getProperties()
    .map((property) => [property.name, samples(checker.getTypeOfSymbol(property), count, checker)] as const);
  const rounds = Math.min(most, Math.max(1, ...properties.map(([, { length }]) => length)));
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(properties.map(([name, choice]) => [name, choice[round % choice.length]])),
  );
}

/** Words between a number and its noun. */
const between = ['calendar', 'further', 'more', 'recovery', 'standing', 'waiting', 'working'];
/** Words after a number that count nothing themselves: `1 of 3`, `2 closed`, the k of `8 kB`. */
const uncounted = [
  'k',
  'and',
  'assigned',
  'changed',
  'closed',
  'in',
  'not',
  'of',
  'open',
  'overdue',
  's',
  'selected',
  'to',
  'until',
  'with',
];
const ofMany = ['are', 'go', 'have', 'leave', 'need', 'were'];
const ofOne = ['goes', 'has', 'is', 'leaves', 'needs', 'was'];
const irregular = ['people'];
/** What a number after them tells apart and does not count: measure 2. */
const numbered = ['[Ii]tem', '[Ll]evel', '[Mm]easure', '[Pp]age', '[Rr]ecord'];

/** What does not agree with the number before it in an English sentence, or null: "1 items", "2 mail", "1 item are". */
export function disagreement(text: string, count: number): string | null {
  const pattern = new RegExp(
    String.raw`(?<![\d.,:/+-])(?<!\b(?:${numbered.join('|')}) )${count} ((?:(?:${between.join('|')}) )*)([a-z]+)(?: ([a-z]+))?`,
    'g',
  );
  for (const [phrase, , noun = '', verb = ''] of text.matchAll(pattern)) {
    const wrong = count === 1 ? ofMany : ofOne;
    if (wrong.includes(noun) || wrong.includes(verb)) return phrase;
    if (uncounted.includes(noun) || ofOne.includes(noun) || ofMany.includes(noun)) continue;
    const isPlural = irregular.includes(noun) || /[^s]s$/.test(noun);
    if (isPlural === (count === 1)) return phrase;
  }
  return null;
}
