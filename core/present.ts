/** @throws Error where what must be there is not: nobody reads on with something made up in its place */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`there is no ${what}`);
  return value;
}
