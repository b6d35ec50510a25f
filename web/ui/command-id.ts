/** The id of one press of a button: sent again after a lost connection, it is the same press. */
interface Source {
  /** Plain http inside an office is no secure context, and Chromium 86 has none either. */
  readonly randomUUID?: () => string;
  readonly getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
}

export function newCommandId(): string {
  const source: Source = crypto;
  if (source.randomUUID !== undefined) return source.randomUUID();
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
