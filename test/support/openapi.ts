/** Requests made from the OpenAPI document: most as it says, some with one thing wrong, some with what nobody would send. */
import fc from 'fast-check';

/** The parts of JSON schema that our document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** What has broken a program before: halves of pairs, zero bytes, directions, numbers beyond each kind, names of prototypes. */
const nasty: readonly unknown[] = [
  null,
  '',
  '\0',
  '\ud800',
  'a\udc00b',
  '\u202egnp.hta',
  '%00',
  '../../etc/passwd',
  "';DROP TABLE item;--",
  'é'.normalize('NFD'),
  '👩‍👩‍👧‍👦'.repeat(200),
  'x'.repeat(5000),
  -1,
  0,
  0.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '-271821-04-20',
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: 1 },
  Array.from({ length: 300 }, () => 'x'),
];

const anyNasty = fc.constantFrom(...nasty);

/** A whole that is right, with one of its leaves or branches replaced by what nobody would send. */
export const almost = (whole: unknown): fc.Arbitrary<unknown> => {
  const paths = pathsOf(whole);
  return fc.tuple(fc.constantFrom(...paths), anyNasty).map(([path, value]) => replaced(whole, path, value));
};

const pathsOf = (value: unknown, above: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [above, ...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...above, key]))]
    : [above];

function replaced(whole: unknown, [key, ...below]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = (whole as Readonly<Record<string, unknown>>)[key];
  if (Array.isArray(whole))
    return whole.map((entry: unknown, index) => (String(index) === key ? replaced(entry, below, value) : entry));
  return { ...(whole as object), [key]: replaced(inner, below, value) };
}

/** What stands for things that are there, by what a field or parameter is called. */
type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>;

export function valueOf(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: fitting(schema, known, name), weight: 40 }, { arbitrary: anyNasty, weight: 1 });
}

function fitting(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const things = known[name];
  // Of a list each entry is called so.
  if (things !== undefined && schema.type !== 'array') return things;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => fitting(choice, known, name)));
  const [type] = typeof schema.type === 'string' ? [schema.type] : [...(schema.type ?? [])];
  switch (type) {
    case 'object':
      return fittingObject(schema, known);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, known, name), { maxLength: 4 });
    case 'integer':
      return fc.oneof(fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 1000 }), fc.maxSafeInteger());
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fittingText(schema);
    default:
      return anyNasty;
  }
}

function fittingObject(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return fc.dictionary(fc.string({ maxLength: 8 }), anyNasty, { maxKeys: 3 });
  const model = Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field, known, name)]));
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
}

function fittingText({ format, pattern }: Schema): fc.Arbitrary<unknown> {
  if (format === 'date')
    return fc
      .date({ min: new Date('2024-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === 'email') return fc.emailAddress();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('整改已完成，详见材料。', '四个 互不相干 的词连成'),
  );
}
