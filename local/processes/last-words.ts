/** The one line of a log that says why a program ended. */

/** Where it stood when it fell, as Node and Go print it beneath the reason: indented, numbered, closed with a bracket. */
const isTrace = /^(?:\s|Node\.js v|goroutine |exit status|[)}\]])/;

/** @returns an empty text when it said nothing */
export function lastWords(tail: string): string {
  const line = tail.split('\n').findLast((text) => text.trim() !== '' && !isTrace.test(text)) ?? '';
  return (spoken(line) ?? line).trim().slice(0, 300);
}

/** Worker and API write a JSON object a line: what it says, and the reason it names. */
function spoken(line: string): string | null {
  if (!line.startsWith('{')) return null;
  try {
    const { msg, reason, err } = JSON.parse(line) as { msg?: string; reason?: string; err?: { message?: string } };
    return [msg, reason ?? err?.message].filter((part) => part !== undefined).join(': ');
  } catch {
    return null;
  }
}
