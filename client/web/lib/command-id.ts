/** The id of one press of a button: sent again after a lost connection, it is the same press. */
export function newCommandId(): string {
  // Plain http inside an office is no secure context, and Chromium 86 has no randomUUID either.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
